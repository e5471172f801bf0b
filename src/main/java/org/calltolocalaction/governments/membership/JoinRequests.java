package org.calltolocalaction.governments.membership;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.membership.Membership.State;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Requests to act for a government that nobody has decided yet, oldest first. */
@Component
@Transactional(readOnly = true)
public class JoinRequests {

	/** How many stand on a page of all of them. */
	public static final int SIZE = 50;

	/** As far as one can turn the pages; who is answered makes room for the next. */
	private static final int MOST_PAGES = 200;

	/** How many the members of one government see; the others move up. */
	private static final int MOST = 100;

	private static final UUID FIRST = new UUID(0, 0);

	/** One person who waits for one government. */
	public record JoinRequest(MembershipId id, Person person, Government government, Instant requestedAt) {
	}

	/**
	 * One page of all of them.
	 *
	 * @param found how many there are on all pages
	 */
	public record Listed(List<JoinRequest> requests, int number, long found) {

		public int pages() {
			return (int) Math.min(MOST_PAGES, Math.max(1, (found + SIZE - 1) / SIZE));
		}

	}

	/**
	 * One of them as whoever may answer it sees it, answered or not.
	 *
	 * @param state what became of it
	 * @param decidedBy who answered it, or took it back
	 */
	public record Asked(JoinRequest request, State state, Optional<Instant> decidedAt, Optional<Person> decidedBy) {

		public boolean open() {
			return state == State.REQUESTED;
		}

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
		return described(memberships.findByGovernmentAndStateOrderByRequestedAtAscIdAsc(government.value(),
				State.REQUESTED, Limit.of(MOST)));
	}

	/**
	 * All of them, for who oversees them.
	 * @param page from 1; beyond the last one it is the last one
	 */
	public Listed page(int page, Person by) {
		by.requireOversight();
		long found = memberships.countByState(State.REQUESTED);
		int shown = Math.min(Math.max(page, 1), new Listed(List.of(), 1, found).pages());
		return new Listed(described(
				memberships.findByStateOrderByRequestedAtAscIdAsc(State.REQUESTED, PageRequest.of(shown - 1, SIZE))),
				shown, found);
	}

	/** One to the government for which somebody acts, open or not. */
	public Asked ofOwn(MembershipId id, Person member) {
		return asked(id, memberships.governmentOf(member.id().value()).map(GovernmentId::new));
	}

	/** One to any government, for who oversees them. */
	public Asked ofAny(MembershipId id, Person by) {
		by.requireOversight();
		return asked(id, memberships.findById(id.value()).map(Membership::government));
	}

	private Asked asked(MembershipId id, Optional<GovernmentId> seen) {
		Membership membership = memberships.findById(id.value())
			.filter(known -> seen.filter(known.government()::equals).isPresent())
			.filter(known -> known.state() == State.REQUESTED || known.decidedAt().isPresent())
			.orElseThrow(() -> new NotFound("Request to join " + id));
		return new Asked(described(List.of(membership)).get(0), membership.state(), membership.decidedAt(),
				membership.decidedBy().map(people::person));
	}

	/**
	 * The ids of those that are open, in their order.
	 * @param after the last one before these; none for the first
	 */
	public List<MembershipId> openAfter(Optional<MembershipId> after, int most) {
		return memberships.idsAfter(State.REQUESTED, after.map(MembershipId::value).orElse(FIRST), Limit.of(most))
			.stream()
			.map(MembershipId::new)
			.toList();
	}

	/** Whether it is open; nobody decides it until the transaction ends. */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean hold(MembershipId id) {
		return memberships.forDecision(id.value())
			.filter(membership -> membership.state() == State.REQUESTED)
			.isPresent();
	}

	/** For how long the one has waited that waits longest; empty where none is open. */
	public Optional<Instant> oldest(Person by) {
		by.requireOversight();
		return memberships.findByStateOrderByRequestedAtAscIdAsc(State.REQUESTED, PageRequest.of(0, 1))
			.stream()
			.map(Membership::requestedAt)
			.findFirst();
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

	/** One of them, while nobody has decided it. */
	public Optional<JoinRequest> open(MembershipId id) {
		return memberships.findById(id.value())
			.filter(membership -> membership.state() == State.REQUESTED)
			.map(membership -> described(List.of(membership)).get(0));
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
