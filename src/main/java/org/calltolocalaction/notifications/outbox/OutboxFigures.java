package org.calltolocalaction.notifications.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The figures of the outbox, as they were a moment ago: to read them waits for no
 * database.
 */
@Component
public class OutboxFigures {

	/** How old it may be. */
	public static final Duration KEPT = Duration.ofSeconds(30);

	private static final String READ = """
			select count(*) filter (where state = 'OUTGOING') as waiting,
			min(coalesce(planned_for, created_at)) filter (where state = 'OUTGOING') as oldest,
			count(*) filter (where state = 'FAILED') as failed
			from mail where next_attempt_at is not null and state = 'OUTGOING'
			and (planned_for is null or planned_for <= :now) or state = 'FAILED'""";

	/**
	 * What there is to know.
	 *
	 * @param waiting mails that are to be sent by now
	 * @param oldest when the first of them was written
	 * @param failed those that nobody tries any more until somebody looks
	 */
	public record Figures(long waiting, Optional<Instant> oldest, long failed) {
	}

	private final JdbcClient jdbc;

	private final Clock clock;

	private volatile @Nullable Figures latest;

	OutboxFigures(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Nothing before the first look. */
	public Optional<Figures> latest() {
		return Optional.ofNullable(latest);
	}

	/** Looks anew. */
	public void read() {
		latest = jdbc.sql(READ)
			.param("now", clock.instant().atOffset(ZoneOffset.UTC))
			.query((row, number) -> new Figures(row.getLong("waiting"),
					Optional.ofNullable(row.getTimestamp("oldest")).map(Timestamp::toInstant), row.getLong("failed")))
			.single();
	}

}
