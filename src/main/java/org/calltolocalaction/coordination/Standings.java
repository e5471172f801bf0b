package org.calltolocalaction.coordination;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.Calls;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds out which pledges an edition has to do with, and which wait, without reading what they say. */
@Component
@Transactional(readOnly = true)
class Standings {

	private static final String COLUMNS = "select reference, state, call_year, first_submitted_at, changed_at, "
			+ "inclusion.edition_year as place from pledge left join inclusion using (reference)";

	private final Editions editions;

	private final Calls calls;

	private final EntityManager entityManager;

	private final JdbcClient jdbc;

	Standings(Editions editions, Calls calls, EntityManager entityManager, JdbcClient jdbc) {
		this.editions = editions;
		this.calls = calls;
		this.entityManager = entityManager;
		this.jdbc = jdbc;
	}

	/** Every pledge that answered this edition's call or counts for it, in the order of the references. */
	List<Standing> of(EditionYear year) {
		// A late pledge counts for a later edition before it is included there; nobody may lose sight of it.
		return read(jdbc.sql(COLUMNS + """
				 where call_year = :year or inclusion.edition_year = :year
				or (call_year < :year and inclusion.reference is null) order by reference""").param("year", year.value()))
			.stream()
			.filter(pledge -> pledge.call().equals(year) || pledge.countsFor().equals(year))
			.toList();
	}

	/** Every submitted pledge in this state. */
	List<Standing> in(PledgeState state) {
		return read(jdbc.sql(COLUMNS + " where state = :state and call_year is not null").param("state", state.name()));
	}

	private List<Standing> read(JdbcClient.StatementSpec found) {
		Map<EditionYear, Edition> known = editions.newestFirst()
			.stream()
			.collect(Collectors.toMap(Edition::year, Function.identity()));
		// What this transaction has changed so far belongs to it.
		entityManager.flush();
		Map<List<Object>, EditionYear> byTheLaw = new HashMap<>();
		return found.query((row, number) -> standing(row, known, byTheLaw)).list();
	}

	/** @param byTheLaw what was found out before: of all pledges of a call that were in time, and of all that were not */
	private Standing standing(ResultSet row, Map<EditionYear, Edition> known, Map<List<Object>, EditionYear> byTheLaw)
			throws SQLException {
		EditionYear call = new EditionYear(row.getInt("call_year"));
		Instant first = row.getTimestamp("first_submitted_at").toInstant();
		Edition answered = known.get(call);
		boolean inTime = answered.deadline().timelinessOf(first).countsAsInTime();
		int place = row.getInt("place");
		return new Standing(new PledgeReference(row.getString("reference")), PledgeState.valueOf(row.getString("state")), call,
				place != 0 ? new EditionYear(place)
						: byTheLaw.computeIfAbsent(List.of(call, inTime), absent -> calls.countsFor(answered, first)),
				row.getTimestamp("changed_at").toInstant());
	}

}
