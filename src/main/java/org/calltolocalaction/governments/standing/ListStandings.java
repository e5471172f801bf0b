package org.calltolocalaction.governments.standing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.GovernmentStanding;
import org.calltolocalaction.identity.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists governments that are not confirmed, those that wait longest first, and counts
 * them.
 */
@Service
@Transactional(readOnly = true)
public class ListStandings {

	/** How many stand on a page. */
	public static final int SIZE = 50;

	/** As far as is counted, and as far as one can turn the pages. */
	private static final int COUNTED = 1_000;

	private final JdbcClient jdbc;

	ListStandings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A government that is not confirmed, or asks for a change.
	 *
	 * @param wished what it asks to be called
	 * @param answers how often it told the coordinators something
	 */
	public record Line(GovernmentId id, String name, String country, String section, String type,
			GovernmentStanding standing, Instant since, Instant registeredAt, int answers, Optional<String> wished) {
	}

	/**
	 * One page of them.
	 *
	 * @param found how many there are on all pages, as far as is counted
	 */
	public record Listed(List<Line> lines, int number, int found, boolean more) {

		public int pages() {
			return Math.max(1, (found + SIZE - 1) / SIZE);
		}

	}

	/**
	 * @param page from 1; beyond the last one it is the last one
	 */
	public Listed page(Collection<GovernmentStanding> standings, int page, Person by) {
		by.requireOversight();
		String[] wanted = names(standings);
		int counted = jdbc.sql(
				"select count(*) from (select 1 from government where standing = any (?) and standing <> 'CONFIRMED' and merged_into is null limit ?)"
						+ " as counted")
			.params(wanted, COUNTED + 1)
			.query(Integer.class)
			.single();
		int found = Math.min(counted, COUNTED);
		int shown = Math.min(Math.max(page, 1), Math.max(1, (found + SIZE - 1) / SIZE));
		List<Line> lines = jdbc
			.sql("""
					select government.*, (select count(*) from standing_answer answer where answer.government = government.id)
					as answers from government where standing = any (?) and standing <> 'CONFIRMED' and merged_into is null
					order by standing_since, id limit ? offset ?""")
			.params(wanted, SIZE, (shown - 1) * SIZE)
			.query(ListStandings::line)
			.list();
		return new Listed(lines, shown, found, counted > found);
	}

	/**
	 * How many there are in each standing that is not confirmed, as far as is counted.
	 */
	public Map<GovernmentStanding, Long> count(Person by) {
		by.requireOversight();
		Map<GovernmentStanding, Long> counts = new EnumMap<>(GovernmentStanding.class);
		jdbc.sql("""
				select standing, count(*) as number from (select standing from government where standing <> 'CONFIRMED'
				and merged_into is null limit ?) as open group by standing""").param(COUNTED * 10).query(row -> {
			counts.put(GovernmentStanding.valueOf(row.getString("standing")), row.getLong("number"));
		});
		return counts;
	}

	/**
	 * One page of the confirmed ones that ask to be called otherwise, or to be somewhere
	 * or something else.
	 * @param page from 1; beyond the last one it is the last one
	 */
	public Listed changes(int page, Person by) {
		long counted = countChanges(by);
		int found = (int) Math.min(counted, COUNTED);
		int shown = Math.min(Math.max(page, 1), Math.max(1, (found + SIZE - 1) / SIZE));
		List<Line> lines = jdbc.sql("""
				select * from government
				where wished_at is not null and merged_into is null order by wished_at, id limit ? offset ?""")
			.params(SIZE, (shown - 1) * SIZE)
			.query((row, number) -> new Line(new GovernmentId(row.getObject("id", UUID.class)), row.getString("name"),
					row.getString("country"), row.getString("region"), row.getString("type"),
					GovernmentStanding.valueOf(row.getString("standing")),
					row.getObject("wished_at", OffsetDateTime.class).toInstant(),
					row.getObject("registered_at", OffsetDateTime.class).toInstant(), 0,
					Optional.of(row.getString("wished_name"))))
			.list();
		return new Listed(lines, shown, found, counted > found);
	}

	/** How many of these there are, as far as is counted. */
	public long countChanges(Person by) {
		by.requireOversight();
		return jdbc.sql(
				"select count(*) from (select 1 from government where wished_at is not null and merged_into is null limit ?)"
						+ " as counted")
			.param(COUNTED + 1)
			.query(Long.class)
			.single();
	}

	private static String[] names(Collection<GovernmentStanding> standings) {
		return standings.stream().map(Enum::name).toArray(String[]::new);
	}

	private static Line line(ResultSet row, int number) throws SQLException {
		return new Line(new GovernmentId(row.getObject("id", UUID.class)), row.getString("name"),
				row.getString("country"), row.getString("region"), row.getString("type"),
				GovernmentStanding.valueOf(row.getString("standing")),
				row.getObject("standing_since", OffsetDateTime.class).toInstant(),
				row.getObject("registered_at", OffsetDateTime.class).toInstant(), row.getInt("answers"),
				Optional.empty());
	}

}
