package org.calltolocalaction.governments;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.governments.membership.Membership;
import org.calltolocalaction.governments.membership.Membership.State;
import org.calltolocalaction.governments.membership.Memberships;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The governments that take part and who acts for them, for the modules that show them or
 * write to them.
 */
@Component
@Transactional(readOnly = true)
public class Governments {

	private static final int FOUND_AT_MOST = 30;

	private final RegisteredGovernments governments;

	private final Memberships memberships;

	private final People people;

	Governments(RegisteredGovernments governments, Memberships memberships, People people) {
		this.governments = governments;
		this.memberships = memberships;
		this.people = people;
	}

	/** One that was merged into another leads to that. */
	public Government government(GovernmentId id) {
		return governments.inForce(id.value()).orElseThrow(() -> new NotFound("Government " + id));
	}

	/**
	 * The government for which a person may submit pledges now; empty while a request to
	 * join is open.
	 */
	public Optional<Government> actedForBy(AccountId account) {
		return memberships.presentOf(account.value())
			.filter(membership -> membership.state() == State.ACTIVE)
			.map(membership -> government(membership.government()));
	}

	/** The same without reading the government. */
	public Optional<GovernmentId> governmentOf(AccountId account) {
		return memberships.governmentOf(account.value()).map(GovernmentId::new);
	}

	/**
	 * The same for who has no business without one: {@link NotFound}, just as if there
	 * were no such page.
	 */
	public Government own(Person person) {
		return actedForBy(person.id())
			.orElseThrow(() -> new NotFound("A government for which " + person.email() + " acts"));
	}

	/**
	 * The same for what only an open government may do. Until this transaction ends
	 * nobody closes it.
	 * @throws Refused where it is closed
	 */
	@Transactional
	public Government ownOpen(Person person) {
		Government own = own(person);
		requireOpen(own.id());
		return own;
	}

	/**
	 * Refused where it is closed. Until this transaction ends nobody closes it.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void requireOpen(GovernmentId id) {
		governments.requireOpen(id);
	}

	/**
	 * Whether it is closed. Until this transaction ends nobody closes it, nor opens it
	 * again.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean closed(GovernmentId id) {
		return governments.closedHeld(id.value());
	}

	/** The id of the government that bears this one, or into which it was merged. */
	public GovernmentId inForce(GovernmentId id) {
		return governments.inForce(id.value()).map(Government::id).orElse(id);
	}

	/** Those that were merged into it, by any of which it may be named. */
	public List<Government> mergedInto(GovernmentId id) {
		return governments.findAllByMergedInto(id.value());
	}

	/** The people who act for a government and are not suspended, longest first. */
	public List<Person> members(GovernmentId government) {
		return members(List.of(government)).getOrDefault(government, List.of());
	}

	/** The same of many at once; those for which nobody acts are left out. */
	public Map<GovernmentId, List<Person>> members(Collection<GovernmentId> ids) {
		List<Membership> active = memberships.findByGovernmentInAndStateOrderByRequestedAt(
				ids.stream().map(GovernmentId::value).distinct().toList(), State.ACTIVE);
		Map<AccountId, Person> known = people.all(active.stream().map(Membership::account).toList());
		return active.stream()
			.flatMap(membership -> Stream.ofNullable(known.get(membership.account()))
				.filter(person -> !person.suspended())
				.map(person -> Map.entry(membership.government(), person)))
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	/** For which government each of these may submit pledges now, if for any. */
	public Map<AccountId, GovernmentId> actedForBy(Collection<AccountId> accounts) {
		return memberships.findByAccountInAndState(accounts.stream().map(AccountId::value).toList(), State.ACTIVE)
			.stream()
			.collect(Collectors.toMap(Membership::account, Membership::government));
	}

	/**
	 * How many people act for each of these; those for which nobody does are left out.
	 */
	public Map<GovernmentId, Integer> countMembers(Collection<GovernmentId> ids) {
		return members(ids).entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, members -> members.getValue().size()));
	}

	/** Many at once, for lists; ids without a government are left out. */
	public Map<GovernmentId, Government> all(Collection<GovernmentId> ids) {
		return governments.findAllByIdIn(ids.stream().map(GovernmentId::value).toList())
			.stream()
			.collect(Collectors.toMap(Government::id, Function.identity()));
	}

	/**
	 * Up to 30 governments whose name holds what was typed, without regard to accents and
	 * capitals.
	 */
	public List<Government> search(String typed) {
		String words = Government.folded(typed);
		return words.isEmpty() ? List.of() : found(words);
	}

	private List<Government> found(String words) {
		return governments.withNameHolding(words, FOUND_AT_MOST)
			.stream()
			.map(found -> found.mergedInto().map(this::government).orElse(found))
			.distinct()
			.toList();
	}

	/**
	 * The government of exactly this name in this country, without regard to accents and
	 * capitals.
	 */
	public Optional<Government> named(String name, String country) {
		return governments.known(country, Government.folded(name));
	}

}
