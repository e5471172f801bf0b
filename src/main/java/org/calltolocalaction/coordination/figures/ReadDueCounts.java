package org.calltolocalaction.coordination.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.calltolocalaction.coordination.lists.ListPledges;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads how much is overdue and due soon: kept counts of whole hours, and of the two
 * hours that are over in part what the index says. So it is exact at every instant, and
 * costs the same however much is late.
 */
@Component
@Transactional(readOnly = true)
class ReadDueCounts {

	private static final long HOUR = Duration.ofHours(1).toSeconds();

	private static final String OF_REVIEWS = """
			select partner, sum(late) as late, sum(soon) as soon from (
			select split_part(key, ':', 1) as partner, coalesce(sum(number) filter (where split_part(key, ':', 2)::bigint < :hour), 0)
			as late, coalesce(sum(number) filter (where split_part(key, ':', 2)::bigint > :hour), 0) as soon
			from coordination_count where edition = any (:editions) and what = 'due' and split_part(key, ':', 2)::bigint < :lastHour
			group by 1
			union all select partner, count(*) filter (where due_at < :now), count(*) filter (where due_at >= :now)
			from coordination_review where edition = any (:editions) and partner = any (:partners) and state = 'OPEN'
			and due_at >= :hourBegins and due_at < :hourEnds group by 1
			union all select partner, 0, count(*)
			from coordination_review where edition = any (:editions) and partner = any (:partners) and state = 'OPEN'
			and due_at >= :lastHourBegins and due_at < :soon group by 1) as parts group by partner""";

	private static final String OF_PLEDGES = """
			select (select coalesce(sum(number), 0) from coordination_count
			where edition = :edition and what = 'late' and split_part(key, ':', 2)::bigint < :hour)
			+ (select count(*) from coordination_pledge where edition = :edition and counts_for = :edition
			and due_at >= :hourBegins and due_at < :now)""";

	private final JdbcClient jdbc;

	ReadDueCounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Of a partner's open reviews.
	 *
	 * @param soon how many are due within {@link ListPledges#SOON}
	 * @param overdue how many should be done
	 */
	record Due(long soon, long overdue) {

		static final Due NOTHING = new Due(0, 0);

	}

	/** What these partners have to do for these editions together, by their years. */
	Map<PartnerCode, Due> of(Collection<Integer> editions, Collection<PartnerCode> partners, Instant now) {
		Instant soon = now.plus(ListPledges.SOON);
		Map<PartnerCode, Due> due = new HashMap<>();
		jdbc.sql(OF_REVIEWS)
			.param("editions", editions.toArray(Integer[]::new))
			.param("partners", partners.stream().map(PartnerCode::value).toArray(String[]::new))
			.param("now", utc(now))
			.param("soon", utc(soon))
			.param("hour", hour(now))
			.param("lastHour", hour(soon))
			.param("hourBegins", begins(hour(now)))
			.param("hourEnds", begins(hour(now) + 1))
			.param("lastHourBegins", begins(hour(soon)))
			.query(row -> {
				due.put(new PartnerCode(row.getString("partner")), new Due(row.getLong("soon"), row.getLong("late")));
			});
		return due;
	}

	/** How many pledges of the edition wait for a review that is overdue. */
	long overdue(EditionYear year, Instant now) {
		return jdbc.sql(OF_PLEDGES)
			.param("edition", year.value())
			.param("now", utc(now))
			.param("hour", hour(now))
			.param("hourBegins", begins(hour(now)))
			.query(Long.class)
			.single();
	}

	private static long hour(Instant instant) {
		return Math.floorDiv(instant.getEpochSecond(), HOUR);
	}

	private static OffsetDateTime begins(long hour) {
		return utc(Instant.ofEpochSecond(hour * HOUR));
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
