package org.calltolocalaction.coordination.figures;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is counted of editions: sums over the kept counts, of no pledge. */
@Component
@Transactional(readOnly = true)
class ReadCounts {

	/** The year under which stands what waits for an edition that is not there yet. */
	static final int OF_THE_NEXT = 0;

	private static final Counted NOTHING = new Counted(List.of());

	private final JdbcClient jdbc;

	ReadCounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Of these editions, by their years, now and at the end of that day.
	 * @param what of which kinds, see {@link Counted}
	 */
	Map<Integer, Counted> of(Collection<Integer> editions, Collection<String> what, LocalDate then) {
		Map<Integer, Counted> counted = new HashMap<>();
		jdbc.sql(
				"""
						select edition, what, key, sum(number) as number, coalesce(sum(number) filter (where day <= ?), 0) as then
						from coordination_count where edition = any (?) and what = any (?) group by edition, what, key
						order by edition, what, key""")
			.params(then, editions.toArray(Integer[]::new), what.toArray(String[]::new))
			.query((row, number) -> new Counted.Row(row.getInt("edition"), row.getString("what"), row.getString("key"),
					row.getLong("number"), row.getLong("then")))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Counted.Row::edition))
			.forEach((edition, rows) -> counted.put(edition, new Counted(rows)));
		return counted;
	}

	/** Of one edition, now. */
	static Counted of(Map<Integer, Counted> counted, int edition) {
		return counted.getOrDefault(edition, NOTHING);
	}

	/** Whether the counts were kept by the end of that day. */
	boolean kept(LocalDate day) {
		return jdbc.sql("select since from coordination_projection")
			.query(LocalDate.class)
			.optional()
			.filter(since -> !since.isAfter(day))
			.isPresent();
	}

}
