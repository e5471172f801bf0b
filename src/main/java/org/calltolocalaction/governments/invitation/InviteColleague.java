package org.calltolocalaction.governments.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.RegisterGovernment;
import org.calltolocalaction.governments.invitation.Invitation.State;
import org.calltolocalaction.governments.membership.MembershipMails;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.lock.LockSpace;
import org.calltolocalaction.kernel.lock.TransactionLocks;
import org.calltolocalaction.kernel.request.ClientAddress;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member invites a colleague by e-mail address, or takes the invitation back. */
@Service
@Transactional
public class InviteColleague {

	/**
	 * What came of it. Somebody who was invited already is told nothing a second time.
	 */
	public enum Outcome {

		INVITED, INVITED_ALREADY

	}

	private final Governments governments;

	private final TransactionLocks locks;

	private final Invitations invitations;

	private final People people;

	private final InvitationLimits limits;

	private final MembershipMails mails;

	private final AuditTrail trail;

	private final Clock clock;

	InviteColleague(Governments governments, TransactionLocks locks, Invitations invitations, People people,
			InvitationLimits limits, MembershipMails mails, AuditTrail trail, Clock clock) {
		this.governments = governments;
		this.locks = locks;
		this.invitations = invitations;
		this.people = people;
		this.limits = limits;
		this.mails = mails;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * @throws Refused where the address is a member's, or too many were invited within
	 * some days
	 */
	public Outcome invite(Person by, EmailAddress email, ClientAddress from) {
		return invite(by, email, Optional.of(from));
	}

	/** The same, where nobody's browser asked. */
	public Outcome invite(Person by, EmailAddress email) {
		return invite(by, email, Optional.empty());
	}

	private Outcome invite(Person by, EmailAddress email, Optional<ClientAddress> from) {
		Government government = governments.ownOpen(by);
		GovernmentId id = government.id();
		// It was registered before this was asked for, or came with an import.
		RegisterGovernment.requireNameWithoutLink(government.profile());
		locks.take(LockSpace.GOVERNMENT, id);
		if (people.byEmail(email.value()).filter(known -> actsFor(id, known)).isPresent()) {
			throw new Refused("governments.refused.memberAlready", email.display());
		}
		Instant now = clock.instant();
		invitations.expire(id.value(), email.value(), now);
		if (invitations.openOne(id.value(), email.value()).isPresent()) {
			return Outcome.INVITED_ALREADY;
		}
		limits.admit(by, email, from, now);
		Invitation invitation = invitations.saveAndFlush(new Invitation(id, email, by.id(), now));
		limits.note(invitation.id().value(), from);
		trail.record(AuditEntry.of("government.colleague-invited", id).by(by).personal("email", email.value()));
		mails.invited(invitation.id(), email, government, by, invitation.expiresAt());
		return Outcome.INVITED;
	}

	/** Taking back twice changes nothing. */
	public void takeBack(Person by, InvitationId id) {
		GovernmentId own = governments.own(by).id();
		Invitation invitation = invitations.forDecision(id.value())
			.filter(known -> known.government().equals(own))
			.orElseThrow(() -> new NotFound("Invitation " + id));
		if (invitation.state() == State.ACCEPTED) {
			throw new Refused("governments.refused.invitationUsed", EmailAddress.shown(invitation.email()));
		}
		if (invitation.state() == State.OPEN) {
			invitation.takeBack(clock.instant());
			trail.record(AuditEntry.of("government.invitation-taken-back", own)
				.by(by)
				.personal("email", invitation.email()));
		}
	}

	private boolean actsFor(GovernmentId government, Person person) {
		return governments.actedForBy(person.id()).filter(own -> own.id().equals(government)).isPresent();
	}

}
