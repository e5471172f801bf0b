package org.calltolocalaction.coordination.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.PlacementPolicy;
import org.calltolocalaction.editions.Submission;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the lines that say other than the law does since an edition changed, without
 * reading what the pledges say.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlacedOtherwise {

	private final CallPolicy callPolicy;

	private final JdbcClient jdbc;

	PlacedOtherwise(CallPolicy callPolicy, JdbcClient jdbc) {
		this.callPolicy = callPolicy;
		this.jdbc = jdbc;
	}

	private record Kept(PledgeReference reference, boolean stays, int countsFor, String timeliness,
			Submission submission, Optional<EditionYear> report) {

		private boolean differs(PlacementPolicy law) {
			int counts = law.countsFor(report, submission).edition().map(EditionYear::value).orElse(Step.OF_THE_NEXT);
			return !stays && counts != countsFor || !law.timeliness(submission).name().equals(timeliness);
		}

	}

	List<PledgeReference> now() {
		PlacementPolicy law = callPolicy.inOrder();
		return jdbc
			.sql("""
					select line.reference, line.counts_for, line.timeliness, line.state in ('DECLINED', 'WITHDRAWN') as stays,
					pledge.government_id, pledge.call_year, pledge.first_submitted_at, place.edition_year
					from coordination_pledge line join pledge_standing pledge on pledge.reference = line.reference
					left join pledge_place place on place.reference = line.reference
					where line.edition = line.counts_for""")
			.query(PlacedOtherwise::kept)
			.list()
			.stream()
			.filter(kept -> kept.differs(law))
			.map(Kept::reference)
			.toList();
	}

	private static Kept kept(ResultSet row, int number) throws SQLException {
		PledgeReference reference = new PledgeReference(row.getString("reference"));
		Submission submission = new Submission(edition(row.getInt("call_year")),
				row.getTimestamp("first_submitted_at").toInstant(),
				Set.of(Holder.government(row.getObject("government_id", UUID.class)),
						Holder.pledge(reference.value())));
		return new Kept(reference, row.getBoolean("stays"), row.getInt("counts_for"), row.getString("timeliness"),
				submission, edition(row.getInt("edition_year")));
	}

	private static Optional<EditionYear> edition(int year) {
		return year == 0 ? Optional.empty() : Optional.of(new EditionYear(year));
	}

}
