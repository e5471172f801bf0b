package org.calltolocalaction.governments;

import java.time.Clock;
import java.util.function.BiConsumer;
import org.calltolocalaction.governments.Membership.State;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.AuditTrail;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member of the government, or a coordinator, agrees that a person acts for it, or refuses. */
@Service
@Transactional
public class DecideJoinRequest {

	private final Memberships memberships;

	private final Invitations invitations;

	private final People people;

	private final AuditTrail trail;

	private final Clock clock;

	DecideJoinRequest(Memberships memberships, Invitations invitations, People people, AuditTrail trail,
			Clock clock) {
		this.memberships = memberships;
		this.invitations = invitations;
		this.people = people;
		this.trail = trail;
		this.clock = clock;
	}

	public void agree(Person by, MembershipId request) {
		decide(by, request, "government.member-joined", (membership, who) -> {
			membership.agree(who, clock.instant());
			// An invitation that stayed open would bring the person back after leaving.
			invitations.acceptOtherwise(membership.government().value(),
					people.person(membership.account()).email(), clock.instant());
		});
	}

	public void refuse(Person by, MembershipId request) {
		decide(by, request, "government.join-refused", (membership, who) -> membership.refuse(who, clock.instant()));
	}

	private void decide(Person by, MembershipId request, String act, BiConsumer<Membership, AccountId> decision) {
		Membership membership = memberships.forDecision(request.value())
			.filter(known -> mayDecide(by, known.government()))
			.orElseThrow(() -> new NotFound("Request to join " + request));
		if (membership.state() != State.REQUESTED) {
			throw new Refused("governments.refused.decidedAlready");
		}
		decision.accept(membership, by.id());
		trail.record(membership.government().toString(), act, by.email(), people.person(membership.account()).email());
	}

	private boolean mayDecide(Person by, GovernmentId government) {
		return by.coordinator() || memberships.presentOf(by.id().value())
			.filter(own -> own.state() == State.ACTIVE && own.government().equals(government))
			.isPresent();
	}

}
