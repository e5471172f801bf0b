package org.calltolocalaction.governments.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.calltolocalaction.governments.RegisteredGovernments;
import org.calltolocalaction.governments.membership.Membership;
import org.calltolocalaction.governments.membership.Membership.State;
import org.calltolocalaction.governments.membership.MembershipMails;
import org.calltolocalaction.governments.membership.Memberships;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.lock.LockSpace;
import org.calltolocalaction.kernel.lock.TransactionLocks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who was invited agrees, and becomes a member by it. Signing in alone makes nobody one:
 * anybody can invite anybody, and nobody is to represent a government without knowing.
 */
@Service
@Transactional
public class AcceptInvitation {

	private final Invitations invitations;

	private final Memberships memberships;

	private final RegisteredGovernments registered;

	private final TransactionLocks locks;

	private final MembershipMails mails;

	private final People people;

	private final AuditTrail trail;

	private final Clock clock;

	AcceptInvitation(Invitations invitations, Memberships memberships, RegisteredGovernments registered,
			TransactionLocks locks, MembershipMails mails, People people, AuditTrail trail, Clock clock) {
		this.invitations = invitations;
		this.memberships = memberships;
		this.registered = registered;
		this.locks = locks;
		this.mails = mails;
		this.people = people;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * @throws Refused where the person acts for a government, or the invitation no longer
	 * holds
	 */
	public void accept(Person by, InvitationId id) {
		by.requireMayChange();
		// Before looking: whoever accepts two at once joins one government, and does not
		// leave it for the other.
		locks.take(LockSpace.GOVERNMENT, by.id());
		// Anew: a coordinator may have let them audit meanwhile.
		people.person(by.id()).requireMayChange();
		if (acts(by)) {
			throw new Refused("governments.refused.actsAlready");
		}
		if (!join(by, id)) {
			throw new Refused("governments.refused.invitationClosed");
		}
	}

	private boolean join(Person by, InvitationId id) {
		Instant now = clock.instant();
		Invitation invitation = invitations.forDecision(id.value())
			.filter(known -> known.email().equals(by.email()))
			.orElseThrow(() -> new NotFound("Invitation " + id + " to " + by.email()));
		if (!invitation.openAt(now)) {
			return false;
		}
		registered.requireOpen(invitation.government());
		invitation.accept(now);
		Membership joined = joined(by, invitation, now);
		mails.joined(joined.id(), by, registered.findById(invitation.government().value()).orElseThrow());
		trail.record(AuditEntry.of("government.member-joined", invitation.government()).by(by).with("member", by.id()));
		return true;
	}

	private Membership joined(Person by, Invitation invitation, Instant now) {
		Optional<Membership> waiting = memberships.presentOf(by.id().value());
		waiting.ifPresent(asked -> mails.requestEnded(asked.id(), asked.government()));
		if (waiting.filter(own -> own.government().equals(invitation.government())).isPresent()) {
			waiting.get().agree(invitation.invitedBy(), now);
			return waiting.get();
		}
		waiting.ifPresent(elsewhere -> giveUp(elsewhere, by, now));
		return memberships.save(Membership.invited(by.id(), invitation.government(), invitation.invitedBy(), now));
	}

	// Written at once: the database allows one present membership, and would see the new
	// one first.
	private void giveUp(Membership elsewhere, Person by, Instant now) {
		elsewhere.leave(now);
		memberships.saveAndFlush(elsewhere);
		trail.record(AuditEntry.of("government.member-left", elsewhere.government()).by(by));
	}

	private boolean acts(Person person) {
		return memberships.presentOf(person.id().value()).filter(own -> own.state() == State.ACTIVE).isPresent();
	}

}
