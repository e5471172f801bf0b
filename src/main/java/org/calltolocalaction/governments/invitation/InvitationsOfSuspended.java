package org.calltolocalaction.governments.invitation;

import java.time.Clock;
import java.time.Instant;
import org.calltolocalaction.identity.SuspendAccount.AccountSuspended;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever is suspended brings nobody in: what they sent and nobody has answered is taken
 * back, as if they were removed.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class InvitationsOfSuspended {

	private final Invitations invitations;

	private final AuditTrail trail;

	private final Clock clock;

	InvitationsOfSuspended(Invitations invitations, AuditTrail trail, Clock clock) {
		this.invitations = invitations;
		this.trail = trail;
		this.clock = clock;
	}

	// Before the mail, as whoever accepts one takes the two.
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void on(AccountSuspended suspended) {
		Instant now = clock.instant();
		invitations.openBy(suspended.person().id().value(), now).forEach(invitation -> {
			invitation.takeBack(now);
			trail.record(AuditEntry.of("government.invitation-taken-back", invitation.government())
				.by(suspended.by())
				.personal("email", invitation.email()));
		});
	}

}
