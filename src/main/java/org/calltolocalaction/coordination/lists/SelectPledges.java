package org.calltolocalaction.coordination.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Submission;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.search.SqlCondition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the pledges of a list on which a coordinator acts. What is not in the list is not
 * selected, whoever names it.
 */
@Service
@Transactional(readOnly = true)
public class SelectPledges {

	private static final String PLEDGES = """
			select line.reference, line.government, line.title, pledge.government_id, pledge.state, pledge.call_year,
			pledge.first_submitted_at from coordination_pledge line join pledge_standing pledge using (reference)
			where line.edition = ? and line.reference = any (?) order by line.reference""";

	private static final String DRAFTS = """
			select line.reference, line.government, '' as title, pledge.government_id, pledge.state, pledge.call_year,
			pledge.first_submitted_at from coordination_draft line join pledge_standing pledge using (reference)
			where line.reference = any (?) order by line.reference""";

	/** Up to how many a refusal says how many they were. */
	private static final int MOST_COUNTED = 10_000;

	private final PledgeLines lines;

	private final ListConditions conditions;

	private final JdbcClient jdbc;

	SelectPledges(PledgeLines lines, ListConditions conditions, JdbcClient jdbc) {
		this.lines = lines;
		this.conditions = conditions;
		this.jdbc = jdbc;
	}

	/**
	 * In the order of the references.
	 * @throws Refused where nothing is selected, or more than can be done at once
	 */
	public List<SelectedPledge> of(Selection selection, Person by) {
		return of(selection, Selection.AT_MOST, by);
	}

	/** The same where more, or fewer, can be done at once. */
	public List<SelectedPledge> of(Selection selection, int atMost, Person by) {
		by.requireOversight();
		lines.catchUp();
		String[] references = selection.everything()
			.map(query -> found(selection,
					selection.drafts() ? conditions.ofDrafts(query)
							: conditions.ofPledges(selection.edition().value(), query)))
			.orElseGet(() -> selection.chosen().stream().map(PledgeReference::value).toArray(String[]::new));
		if (references.length > atMost) {
			throw new Refused(references.length < MOST_COUNTED ? "bulk.refused.too-many" : "bulk.refused.far-too-many",
					references.length, atMost);
		}
		List<Object> parameters = new ArrayList<>();
		if (!selection.drafts()) {
			parameters.add(selection.edition().value());
		}
		parameters.add(references);
		List<SelectedPledge> selected = jdbc.sql(selection.drafts() ? DRAFTS : PLEDGES)
			.params(parameters)
			.query(SelectPledges::read)
			.list();
		if (selected.isEmpty()) {
			throw new Refused("bulk.refused.nothing");
		}
		return selected;
	}

	private String[] found(Selection selection, SqlCondition condition) {
		return jdbc
			.sql("select reference from %s where %s limit %d".formatted(
					selection.drafts() ? "coordination_draft" : "coordination_pledge", condition.sql(), MOST_COUNTED))
			.params(condition.parameters())
			.query(String.class)
			.list()
			.toArray(String[]::new);
	}

	private static SelectedPledge read(ResultSet row, int number) throws SQLException {
		PledgeReference reference = new PledgeReference(row.getString("reference"));
		GovernmentId government = new GovernmentId(row.getObject("government_id", UUID.class));
		Optional<EditionYear> call = Optional.of(row.getInt("call_year"))
			.filter(year -> year != 0)
			.map(EditionYear::new);
		Optional<Submission> submission = Optional.ofNullable(row.getTimestamp("first_submitted_at"))
			.map(first -> new Submission(call, first.toInstant(),
					Set.of(Holder.government(government.value()), Holder.pledge(reference.value()))));
		return new SelectedPledge(reference, PledgeState.valueOf(row.getString("state")), government,
				row.getString("government"), row.getString("title"), submission);
	}

}
