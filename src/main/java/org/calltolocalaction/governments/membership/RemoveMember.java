package org.calltolocalaction.governments.membership;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.RegisteredGovernments;
import org.calltolocalaction.governments.invitation.Invitations;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A member ends the membership of another, who left the city hall or never belonged to
 * it. What the person wrote stays under their name. Oneself one leaves, see
 * {@link LeaveGovernment}.
 */
@Service
@Transactional
public class RemoveMember {

	private final Memberships memberships;

	private final RegisteredGovernments registered;

	private final Invitations invitations;

	private final People people;

	private final MembershipMails mails;

	private final AuditTrail trail;

	private final Clock clock;

	RemoveMember(Memberships memberships, RegisteredGovernments registered, Invitations invitations, People people,
			MembershipMails mails, AuditTrail trail, Clock clock) {
		this.memberships = memberships;
		this.registered = registered;
		this.invitations = invitations;
		this.people = people;
		this.mails = mails;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * @throws Refused where somebody else, or the first of two clicks, was faster
	 */
	public void remove(Person by, AccountId account) {
		Government government = memberships.governmentOf(by.id().value())
			.flatMap(registered::findById)
			.orElseThrow(() -> new NotFound("A government for which " + by.email() + " acts"));
		// Nobody is read before all are locked: of two who remove each other, one has to
		// come first.
		List<Membership> all = memberships.membersForChange(government.id().value());
		if (account.equals(by.id()) || all.stream().noneMatch(own -> own.account().equals(by.id()))) {
			throw new NotFound("Member " + account);
		}
		Membership membership = all.stream()
			.filter(known -> known.account().equals(account))
			.findFirst()
			.orElseThrow(() -> noMember(government, account));
		Person member = people.person(account);
		Instant now = clock.instant();
		membership.remove(by.id(), now);
		invitations.takeBackAllOf(government.id().value(), account.value(), member.email(), now);
		trail.record(AuditEntry.of("government.member-removed", government.id()).by(by).with("member", account));
		mails.removed(membership.id(), member, government, by);
	}

	private RuntimeException noMember(Government government, AccountId account) {
		return memberships.existsByGovernmentAndAccount(government.id().value(), account.value())
				? new Refused("governments.refused.noMemberAnyMore") : new NotFound("Member " + account);
	}

}
