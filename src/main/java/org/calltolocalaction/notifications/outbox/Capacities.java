package org.calltolocalaction.notifications.outbox;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.Capacity;
import org.springframework.stereotype.Component;

/** Knows what a person is on the desk now. */
@Component
public class Capacities {

	private final Governments governments;

	Capacities(Governments governments) {
		this.governments = governments;
	}

	/** Everything that the person is; while they are suspended, nothing. */
	public Capacity of(Person person) {
		return capacity(person, governments.governmentOf(person.id()));
	}

	/** The same of many. */
	Map<AccountId, Capacity> of(Collection<Person> people) {
		Map<AccountId, Person> each = people.stream()
			.collect(Collectors.toMap(Person::id, Function.identity(), (one, same) -> one));
		Map<AccountId, GovernmentId> actsFor = governments.actedForBy(each.keySet());
		return each.values()
			.stream()
			.collect(Collectors.toMap(Person::id,
					person -> capacity(person, Optional.ofNullable(actsFor.get(person.id())))));
	}

	private static Capacity capacity(Person person, Optional<GovernmentId> actsFor) {
		Set<String> words = new HashSet<>();
		if (person.suspended()) {
			return new Capacity(words);
		}
		actsFor.ifPresent(government -> words.add(Capacity.word(Capacity.GOVERNMENT, government)));
		person.partner().ifPresent(partner -> {
			words.add(Capacity.word(Capacity.PARTNER, partner));
			if (person.lead()) {
				words.add(Capacity.word(Capacity.LEAD, partner));
			}
		});
		if (person.coordinator()) {
			words.add(Capacity.word(Capacity.COORDINATOR, "desk"));
		}
		return new Capacity(Set.copyOf(words));
	}

}
