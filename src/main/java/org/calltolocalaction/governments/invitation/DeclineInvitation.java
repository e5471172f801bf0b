package org.calltolocalaction.governments.invitation;

import java.time.Clock;
import java.time.Instant;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who was invited says no. Those who invited see it on the page of their government;
 * nobody gets a mail.
 */
@Service
@Transactional
public class DeclineInvitation {

	private final Invitations invitations;

	private final AuditTrail trail;

	private final Clock clock;

	DeclineInvitation(Invitations invitations, AuditTrail trail, Clock clock) {
		this.invitations = invitations;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * Declining twice changes nothing.
	 * @throws Refused where the invitation no longer holds, be it that the person
	 * accepted it
	 */
	public void decline(Person by, InvitationId id) {
		Invitation invitation = invitations.forDecision(id.value())
			.filter(known -> known.email().equals(by.email()))
			.orElseThrow(() -> new NotFound("Invitation " + id + " to " + by.email()));
		if (invitation.state() == Invitation.State.DECLINED) {
			return;
		}
		Instant now = clock.instant();
		if (!invitation.openAt(now)) {
			throw new Refused("governments.refused.invitationOver");
		}
		invitation.decline(now);
		trail.record(AuditEntry.of("government.invitation-declined", invitation.government()).by(by));
	}

}
