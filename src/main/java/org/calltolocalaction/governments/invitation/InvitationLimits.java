package org.calltolocalaction.governments.invitation;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.lock.LockSpace;
import org.calltolocalaction.kernel.lock.TransactionLocks;
import org.calltolocalaction.kernel.request.ClientAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many invitations are sent, so that they do not become a way to fill strangers'
 * mailboxes. Counted by person, invited address and client over days, and never by
 * government: anybody may register one, leave it, and register the next. An invitation
 * that was taken back, declined or accepted was a mail all the same.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class InvitationLimits {

	/** No more than so many within that time. */
	private record Limit(int most, int days) {

		Duration window() {
			return Duration.ofDays(days);
		}

	}

	private static final List<Limit> OF_A_PERSON = List.of(new Limit(20, 1), new Limit(60, 30));

	private static final List<Limit> TO_AN_ADDRESS = List.of(new Limit(3, 7), new Limit(6, 30));

	/**
	 * Members of several governments invite their colleagues at a workshop, behind one
	 * router.
	 */
	private static final List<Limit> OF_A_CLIENT = List.of(new Limit(60, 1), new Limit(180, 30));

	private static final Duration CLIENTS_KNOWN_FOR = Duration.ofDays(30);

	private final JdbcClient jdbc;

	private final TransactionLocks locks;

	InvitationLimits(JdbcClient jdbc, TransactionLocks locks) {
		this.jdbc = jdbc;
		this.locks = locks;
	}

	/**
	 * Whoever is admitted is alone until the transaction ends, so that two invitations at
	 * once are not both the last one.
	 * @param client empty where nobody's browser asked
	 * @throws Refused where one more would be too many
	 */
	void admit(Person by, EmailAddress email, Optional<ClientAddress> client, Instant now) {
		// Always in this order, so that two never wait for each other.
		client.ifPresent(from -> locks.take(LockSpace.INVITATIONS_FROM_CLIENT, from));
		locks.take(LockSpace.INVITATIONS_BY_PERSON, by.id());
		locks.take(LockSpace.INVITATIONS_TO_ADDRESS, email);
		forgetClients(now);
		OF_A_PERSON.forEach(limit -> refuseAbove(limit, "invited_by", by.id().value(), now,
				"governments.refused.tooManyInvitations"));
		TO_AN_ADDRESS
			.forEach(limit -> refuseAbove(limit, "email", email.value(), now, "governments.refused.invitedTooOften"));
		client.ifPresent(from -> OF_A_CLIENT.forEach(limit -> refuseAbove(limit, "client", from.value(), now,
				"governments.refused.tooManyInvitationsFromHere")));
	}

	void note(UUID invitation, Optional<ClientAddress> client) {
		client.ifPresent(from -> jdbc.sql("update invitation set client = ? where id = ?")
			.params(from.value(), invitation)
			.update());
	}

	private void refuseAbove(Limit limit, String column, Object whose, Instant now, String words) {
		long sent = jdbc.sql("select count(*) from invitation where " + column + " = ? and invited_at > ?")
			.params(whose, utc(now.minus(limit.window())))
			.query(Long.class)
			.single();
		if (sent >= limit.most()) {
			throw new Refused(words, limit.most(), limit.days());
		}
	}

	// Where somebody was is nobody's business once it is no longer counted.
	private void forgetClients(Instant now) {
		jdbc.sql("update invitation set client = null where client is not null and invited_at <= ?")
			.param(utc(now.minus(CLIENTS_KNOWN_FOR)))
			.update();
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
