package org.calltolocalaction.notifications.outbox;

import java.util.HashSet;
import java.util.Set;
import org.calltolocalaction.governments.Governments;
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

	/** Everything that the person is. */
	public Capacity of(Person person) {
		Set<String> words = new HashSet<>();
		governments.actedForBy(person.id())
			.ifPresent(government -> words.add(Capacity.word(Capacity.GOVERNMENT, government.id())));
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
