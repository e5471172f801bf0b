package org.calltolocalaction.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes that a person uses the desk, so that colleagues see who still looks in. Called for each page and therefore
 * cheap: one statement, which writes at most once in a few minutes.
 */
@Service
public class NoteVisit {

	private static final Duration CLOSE_ENOUGH = Duration.ofMinutes(5);

	private final JdbcClient jdbc;

	private final Clock clock;

	NoteVisit(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Transactional
	public void note(AccountId account) {
		OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
		jdbc.sql("update account set last_here = ? where id = ? and (last_here is null or last_here < ?)")
			.params(now, account.value(), now.minus(CLOSE_ENOUGH))
			.update();
	}

}
