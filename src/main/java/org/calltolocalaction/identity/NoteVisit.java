package org.calltolocalaction.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Notes that a person uses the desk, so that colleagues see who still looks in. Called
 * for each page and therefore cheap: the database is asked at most once in a few minutes
 * by each node, and writes as seldom whatever their number.
 */
@Service
public class NoteVisit {

	private static final Duration CLOSE_ENOUGH = Duration.ofMinutes(5);

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Map<AccountId, Instant> noted = new ConcurrentHashMap<>();

	NoteVisit(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public void note(AccountId account) {
		Instant now = clock.instant();
		Instant before = noted.get(account);
		if (before == null || Duration.between(before, now).abs().compareTo(CLOSE_ENOUGH) >= 0) {
			write(account, now.atOffset(ZoneOffset.UTC));
			noted.put(account, now);
		}
	}

	private void write(AccountId account, OffsetDateTime now) {
		jdbc.sql("update account set last_here = ? where id = ? and (last_here is null or last_here < ?)")
			.params(now, account.value(), now.minus(CLOSE_ENOUGH))
			.update();
	}

}
