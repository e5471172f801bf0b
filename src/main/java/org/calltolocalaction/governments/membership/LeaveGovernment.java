package org.calltolocalaction.governments.membership;

import java.time.Clock;
import org.calltolocalaction.governments.RegisteredGovernments;
import org.calltolocalaction.governments.membership.Membership.State;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person stops acting for a government, or takes back the request to; the way out of a
 * wrong choice.
 */
@Service
@Transactional
public class LeaveGovernment {

	private final Memberships memberships;

	private final RegisteredGovernments registered;

	private final MembershipMails mails;

	private final AuditTrail trail;

	private final Clock clock;

	LeaveGovernment(Memberships memberships, RegisteredGovernments registered, MembershipMails mails, AuditTrail trail,
			Clock clock) {
		this.memberships = memberships;
		this.registered = registered;
		this.mails = mails;
		this.trail = trail;
		this.clock = clock;
	}

	public void leave(Person by) {
		memberships.presentOf(by.id().value()).ifPresent(membership -> {
			boolean acted = membership.state() == State.ACTIVE;
			membership.leave(clock.instant());
			trail.record(AuditEntry.of("government.member-left", membership.government()).by(by));
			if (acted) {
				mails.left(membership.id(), by, registered.findById(membership.government().value()).orElseThrow());
			}
			else {
				mails.requestEnded(membership.id(), membership.government());
			}
		});
	}

}
