package org.calltolocalaction.governments.membership;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.membership.Membership.State;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests to act for a government that nobody has decided yet, oldest first. */
@Component
@Transactional(readOnly = true)
public class JoinRequests {

	/** How many one page shows; who is answered makes room for the next. */
	private static final int MOST = 200;

	/** One person who waits for one government. */
	public record JoinRequest(MembershipId id, Person person, Government government, Instant requestedAt) {
	}

	private final Memberships memberships;

	private final Governments governments;

	private final People people;

	JoinRequests(Memberships memberships, Governments governments, People people) {
		this.memberships = memberships;
		this.governments = governments;
		this.people = people;
	}

	public List<JoinRequest> to(GovernmentId government) {
		return described(memberships.findByGovernmentAndStateOrderByRequestedAt(government.value(), State.REQUESTED));
	}

	/** All of them, for who oversees them. */
	public List<JoinRequest> all(Person by) {
		by.requireOversight();
		return described(memberships.findByStateOrderByRequestedAt(State.REQUESTED, Limit.of(MOST)));
	}

	/**
	 * How many wait for an answer of this person: the members of the government for which
	 * they act.
	 */
	public long countFor(Person person) {
		return memberships.governmentOf(person.id().value())
			.map(government -> memberships.countByGovernmentAndState(government, State.REQUESTED))
			.orElse(0L);
	}

	/** How many wait in all. */
	public long count(Person by) {
		by.requireOversight();
		return memberships.countByState(State.REQUESTED);
	}

	/** The open request of a person, if they wait for one. */
	public Optional<JoinRequest> of(AccountId account) {
		return memberships.presentOf(account.value())
			.filter(membership -> membership.state() == State.REQUESTED)
			.map(membership -> described(List.of(membership)).get(0));
	}

	private List<JoinRequest> described(List<Membership> requests) {
		Map<AccountId, Person> persons = people.all(requests.stream().map(Membership::account).toList());
		Map<GovernmentId, Government> wanted = governments.all(requests.stream().map(Membership::government).toList());
		return requests.stream()
			.map(request -> new JoinRequest(request.id(),
					Objects.requireNonNull(persons.get(request.account()), "Whoever asks has an account"),
					Objects.requireNonNull(wanted.get(request.government()), "A membership is of a government"),
					request.requestedAt()))
			.toList();
	}

}
