package org.calltolocalaction.reviews.duedates;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The addresses by which calendars read due dates: one of each reviewer. */
@Component
@Transactional(readOnly = true)
public class CalendarLinks {

	private final JdbcClient jdbc;

	CalendarLinks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whose it is, where it was not revoked. */
	Optional<AccountId> owner(CalendarToken token) {
		return jdbc.sql("select account from calendar_link where token_sha256 = ?")
			.param(token.sha256())
			.query(UUID.class)
			.optional()
			.map(AccountId::new);
	}

	/** Since when the reviewer has one, if they do. */
	public Optional<Instant> madeAt(AccountId reviewer) {
		return jdbc.sql("select made_at from calendar_link where account = ?")
			.param(reviewer.value())
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant);
	}

	/** The one before opens nothing any more. */
	@Transactional(propagation = Propagation.MANDATORY)
	void keep(AccountId reviewer, CalendarToken token, Instant now) {
		jdbc.sql("""
				insert into calendar_link (account, token_sha256, made_at) values (?, ?, ?)
				on conflict (account) do update set token_sha256 = excluded.token_sha256, made_at = excluded.made_at""")
			.params(reviewer.value(), token.sha256(), now.atOffset(ZoneOffset.UTC))
			.update();
	}

	/** Says whether there was one. */
	@Transactional(propagation = Propagation.MANDATORY)
	boolean end(AccountId reviewer) {
		return jdbc.sql("delete from calendar_link where account = ?").param(reviewer.value()).update() == 1;
	}

}
