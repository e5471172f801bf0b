package org.calltolocalaction.governments.membership;

import java.time.Clock;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.RegisteredGovernments;
import org.calltolocalaction.governments.invitation.Invitations;
import org.calltolocalaction.governments.membership.Membership.State;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A member of the government, or a coordinator, agrees that a person acts for it, or
 * refuses.
 */
@Service
@Transactional
public class DecideJoinRequest {

	private final Memberships memberships;

	private final Invitations invitations;

	private final RegisteredGovernments registered;

	private final People people;

	private final MembershipMails mails;

	private final AuditTrail trail;

	private final Clock clock;

	DecideJoinRequest(Memberships memberships, Invitations invitations, RegisteredGovernments registered, People people,
			MembershipMails mails, AuditTrail trail, Clock clock) {
		this.memberships = memberships;
		this.invitations = invitations;
		this.registered = registered;
		this.people = people;
		this.mails = mails;
		this.trail = trail;
		this.clock = clock;
	}

	public void agree(Person by, MembershipId request) {
		Membership agreed = forDecision(by, request);
		registered.requireOpen(agreed.government());
		agreed.agree(by.id(), clock.instant());
		trail.record(
				AuditEntry.of("government.member-joined", agreed.government()).by(by).with("member", agreed.account()));
		Person member = people.person(agreed.account());
		// An invitation that stayed open would bring the person back after leaving.
		invitations.acceptOtherwise(agreed.government().value(), member.email(), clock.instant());
		mails.agreed(agreed.id(), member, government(agreed), by);
	}

	public void refuse(Person by, MembershipId request) {
		Membership refused = forDecision(by, request);
		refused.refuse(by.id(), clock.instant());
		trail.record(AuditEntry.of("government.join-refused", refused.government())
			.by(by)
			.with("member", refused.account()));
		mails.refused(refused.id(), people.person(refused.account()), government(refused));
	}

	private Membership forDecision(Person by, MembershipId request) {
		Membership membership = memberships.forDecision(request.value())
			.filter(known -> mayDecide(by, known.government()))
			.orElseThrow(() -> new NotFound("Request to join " + request));
		if (membership.state() != State.REQUESTED) {
			throw new Refused("governments.refused.decidedAlready");
		}
		return membership;
	}

	private Government government(Membership membership) {
		return registered.findById(membership.government().value()).orElseThrow();
	}

	private boolean mayDecide(Person by, GovernmentId government) {
		return by.coordinator() || memberships.presentOf(by.id().value())
			.filter(own -> own.state() == State.ACTIVE && own.government().equals(government))
			.isPresent();
	}

}
