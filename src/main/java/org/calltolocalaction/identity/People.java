package org.calltolocalaction.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people with an account, for the modules that have to name them, show them their
 * zone or write to them.
 */
@Component
@Transactional(readOnly = true)
public class People {

	private final Accounts accounts;

	People(Accounts accounts) {
		this.accounts = accounts;
	}

	/** The person behind an id that is known to exist. */
	public Person person(AccountId id) {
		return find(id).orElseThrow(() -> new NotFound("Account " + id));
	}

	public Optional<Person> find(AccountId id) {
		return accounts.findById(id.value()).map(Account::person);
	}

	public Optional<Person> byEmail(String email) {
		return EmailAddress.parse(email)
			.flatMap(known -> accounts.findByEmailAndSameAsIsNull(known.value()))
			.map(Account::person);
	}

	public List<Person> reviewersOf(PartnerCode partner) {
		return accounts.having(Role.REVIEWER, partner.value()).stream().map(Account::person).toList();
	}

	/** Whoever reviews for one of these partners, and the coordinators. */
	public List<Person> handling(Collection<PartnerCode> partners) {
		return accounts.handling(partners.stream().map(PartnerCode::value).toList())
			.stream()
			.map(Account::person)
			.toList();
	}

	/**
	 * Who answers for the partner's reviews as a whole; a partner may have several leads,
	 * or none yet.
	 */
	public List<Person> leadsOf(PartnerCode partner) {
		return accounts.having(Role.LEAD, partner.value()).stream().map(Account::person).toList();
	}

	public List<Person> coordinators() {
		return accounts.having(Role.COORDINATOR).stream().map(Account::person).toList();
	}

	public List<Person> auditors() {
		return accounts.having(Role.AUDITOR).stream().map(Account::person).toList();
	}

	/**
	 * When each of them last used the desk, to within a few minutes; who never came is
	 * left out.
	 */
	public Map<AccountId, Instant> lastHere(Collection<AccountId> ids) {
		return accounts.findAllByIdIn(ids.stream().map(AccountId::value).toList())
			.stream()
			.filter(account -> account.lastHere().isPresent())
			.collect(Collectors.toMap(Account::id, account -> account.lastHere().orElseThrow()));
	}

	/**
	 * Who answers today for what was done under these accounts: where one was joined into
	 * another, the other. Ids without an account are left out.
	 */
	public Map<AccountId, Person> afterJoining(Collection<AccountId> ids) {
		Map<AccountId, Account> known = new HashMap<>();
		Collection<AccountId> asked = ids;
		while (!asked.isEmpty()) {
			List<Account> found = accounts.findAllByIdIn(asked.stream().map(AccountId::value).toList());
			found.forEach(account -> known.put(account.id(), account));
			asked = found.stream()
				.flatMap(account -> account.joinedInto().stream())
				.filter(into -> !known.containsKey(into))
				.collect(Collectors.toSet());
		}
		return ids.stream()
			.distinct()
			.flatMap(id -> Optional.ofNullable(known.get(id)).stream().map(account -> Map.entry(id, account)))
			.collect(Collectors.toMap(Map.Entry::getKey, found -> answering(found.getValue(), known).person()));
	}

	/** All accounts for which somebody answers: their own, and those joined into it. */
	public Set<AccountId> accountsOf(Person person) {
		Set<AccountId> all = new LinkedHashSet<>();
		Set<AccountId> asked = Set.of(person.id());
		while (all.addAll(asked)) {
			asked = accounts
				.findBySameAsInAndJoinedAtIsNotNull(asked.stream().map(AccountId::value).collect(Collectors.toSet()))
				.stream()
				.map(Account::id)
				.collect(Collectors.toSet());
		}
		return all;
	}

	private static Account answering(Account account, Map<AccountId, Account> known) {
		return account.joinedInto().map(known::get).map(into -> answering(into, known)).orElse(account);
	}

	/** Many at once, for lists; ids without an account are left out. */
	public Map<AccountId, Person> all(Collection<AccountId> ids) {
		if (ids.isEmpty()) {
			return Map.of();
		}
		return accounts.findAllByIdIn(ids.stream().map(AccountId::value).toList())
			.stream()
			.map(Account::person)
			.collect(Collectors.toMap(Person::id, Function.identity()));
	}

}
