package org.calltolocalaction.pledges.drafting;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Pledge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The members who work on the parts of a draft just now, so that colleagues need not get
 * in each other's way.
 */
@Service
public class DraftPresence {

	/** Pages say that they are open more often than this. */
	private static final Duration GONE_AFTER = Duration.ofSeconds(90);

	private final JdbcClient jdbc;

	private final Clock clock;

	DraftPresence(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Somebody at a part of a draft. */
	public record AtWork(AccountId account, String part) {
	}

	/** The member has a page with this part of their government's draft open. */
	@Transactional
	public void seen(Pledge draft, String part, Person member) {
		jdbc.sql("""
				insert into draft_presence (reference, account, part, seen_at) values (?, ?, ?, ?)
				on conflict (reference, account) do update set part = excluded.part, seen_at = excluded.seen_at""")
			.params(draft.reference().value(), member.id().value(), part, clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	/** Everybody else who has a page of it open. */
	@Transactional(readOnly = true)
	public List<AtWork> others(Pledge draft, Person than) {
		return jdbc.sql("""
				select account, part from draft_presence
				where reference = ? and account <> ? and seen_at > ? order by seen_at""")
			.params(draft.reference().value(), than.id().value(),
					clock.instant().minus(GONE_AFTER).atOffset(ZoneOffset.UTC))
			.query((row, number) -> new AtWork(new AccountId(row.getObject("account", UUID.class)),
					row.getString("part")))
			.list();
	}

}
