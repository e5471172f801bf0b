package org.calltolocalaction.identity.web;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.calltolocalaction.kernel.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many links may be asked for in an hour, so that nobody fills another's mailbox. Counted in the database, because
 * several nodes may be asked.
 */
@Component
class SignInLimits {

	static final int LINKS_PER_ADDRESS = 5;

	// Generous: a city hall, or a room full of people at a workshop, is one client address.
	static final int LINKS_PER_CLIENT = 30;

	private static final Duration WINDOW = Duration.ofHours(1);

	private final JdbcClient jdbc;

	private final Clock clock;

	SignInLimits(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Counts a request for a link; false where it is one too many, and then it is not counted. */
	@Transactional
	boolean admit(EmailAddress email, String client) {
		OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
		OffsetDateTime since = now.minus(WINDOW);
		jdbc.sql("delete from sign_in_request where at <= ?").param(since).update();
		int byAddress = count("select count(*) from sign_in_request where email = ? and at > ?", email.value(), since);
		int byClient = count("select count(*) from sign_in_request where client = ? and at > ?", client, since);
		if (byAddress >= LINKS_PER_ADDRESS || byClient >= LINKS_PER_CLIENT) {
			return false;
		}
		jdbc.sql("insert into sign_in_request (email, client, at) values (?, ?, ?)")
			.params(email.value(), client, now)
			.update();
		return true;
	}

	private int count(String sql, Object what, OffsetDateTime since) {
		return jdbc.sql(sql).params(what, since).query(Integer.class).single();
	}

}
