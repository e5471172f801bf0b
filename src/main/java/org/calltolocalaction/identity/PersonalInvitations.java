package org.calltolocalaction.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who was invited and has not come yet. Nothing is written when somebody comes: from then
 * on they were here, and the invitation is history. Nobody waits for who has no role any
 * more.
 */
@Component
class PersonalInvitations {

	private final JdbcClient jdbc;

	PersonalInvitations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** An invitation without an answer. */
	record Invited(AccountId account, Instant at, int times) {
	}

	/** At most so many, the latest first. */
	List<Invited> open(int most) {
		return find("true order by invitation.invited_at desc limit ?", most);
	}

	Optional<Invited> openOf(AccountId account) {
		return find("invitation.account = ?", account.value()).stream().findFirst();
	}

	/** How often the person has been invited by then. */
	int write(AccountId account, AccountId by, Instant now) {
		return jdbc.sql("""
				insert into account_invitation (account, invited_by, invited_at, times) values (?, ?, ?, 1)
				on conflict (account) do update set invited_by = excluded.invited_by, invited_at = excluded.invited_at,
				times = account_invitation.times + 1 returning times""")
			.params(account.value(), by.value(), now.atOffset(ZoneOffset.UTC))
			.query(Integer.class)
			.single();
	}

	void delete(AccountId account) {
		jdbc.sql("delete from account_invitation where account = ?").param(account.value()).update();
	}

	private List<Invited> find(String condition, Object value) {
		return jdbc.sql("""
				select invitation.account, invitation.invited_at, invitation.times from account_invitation invitation
				join account on account.id = invitation.account
				where account.last_here is null and account.joined_at is null and account.suspended_at is null
				and exists (select from account_role where account_role.account = account.id) and\s""" + condition)
			.param(value)
			.query((row, number) -> new Invited(new AccountId(row.getObject("account", UUID.class)),
					row.getObject("invited_at", OffsetDateTime.class).toInstant(), row.getInt("times")))
			.list();
	}

}
