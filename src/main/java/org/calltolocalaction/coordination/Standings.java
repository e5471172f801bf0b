package org.calltolocalaction.coordination;

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
import org.calltolocalaction.pledges.PledgeState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds out which pledges an edition has to do with, and which wait, without reading what
 * they say.
 */
@Component
@Transactional(readOnly = true)
class Standings {

	private static final String COLUMNS = "select reference, government_id, government.standing = 'CONFIRMED' as confirmed, "
			+ "state, call_year, first_submitted_at, changed_at, inclusion.edition_year as place from pledge_standing pledge "
			+ "join government_standing government on government.id = government_id "
			+ "left join pledge_place inclusion using (reference)";

	private final CallPolicy callPolicy;

	private final JdbcClient jdbc;

	Standings(CallPolicy callPolicy, JdbcClient jdbc) {
		this.callPolicy = callPolicy;
		this.jdbc = jdbc;
	}

	/**
	 * Every pledge that answered this edition's call or counts for it, in the order of
	 * the references.
	 */
	List<Standing> of(EditionYear year) {
		// A late pledge counts for a later edition before it is included there; nobody
		// may lose sight of it.
		return read(jdbc.sql(COLUMNS + """
				 where call_year = :year or inclusion.edition_year = :year
				or (first_submitted_at is not null and inclusion.reference is null) order by reference""")
			.param("year", year.value())).stream()
			.filter(pledge -> pledge.call().filter(year::equals).isPresent() || pledge.countsFor().is(year))
			.toList();
	}

	/** Every submitted pledge in this state. */
	List<Standing> in(PledgeState state) {
		return read(jdbc.sql(COLUMNS + " where state = :state and first_submitted_at is not null")
			.param("state", state.name()));
	}

	private List<Standing> read(JdbcClient.StatementSpec found) {
		// What this transaction has changed so far belongs to it: reading the order of
		// the editions writes it.
		PlacementPolicy known = callPolicy.inOrder();
		return found.query((row, number) -> standing(row, known)).list();
	}

	private static Standing standing(ResultSet row, PlacementPolicy known) throws SQLException {
		Optional<EditionYear> call = edition(row.getInt("call_year"));
		PledgeReference reference = new PledgeReference(row.getString("reference"));
		Submission submission = new Submission(call, row.getTimestamp("first_submitted_at").toInstant(), Set
			.of(Holder.government(row.getObject("government_id", UUID.class)), Holder.pledge(reference.value())));
		return new Standing(reference, row.getBoolean("confirmed"), PledgeState.valueOf(row.getString("state")), call,
				known.countsFor(edition(row.getInt("place")), submission), row.getTimestamp("changed_at").toInstant());
	}

	private static Optional<EditionYear> edition(int year) {
		return year == 0 ? Optional.empty() : Optional.of(new EditionYear(year));
	}

}
