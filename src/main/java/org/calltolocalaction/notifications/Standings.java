package org.calltolocalaction.notifications;

import java.util.HashSet;
import java.util.Set;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.springframework.stereotype.Component;

/** Knows what a person is on the desk now. */
@Component
class Standings {

	private final Governments governments;

	Standings(Governments governments) {
		this.governments = governments;
	}

	/** Everything that the person is. */
	Standing of(Person person) {
		Set<String> words = new HashSet<>();
		governments.actedForBy(person.id())
			.ifPresent(government -> words.add(Standing.word(Standing.GOVERNMENT, government.id())));
		person.partner().ifPresent(partner -> {
			words.add(Standing.word(Standing.PARTNER, partner));
			if (person.lead()) {
				words.add(Standing.word(Standing.LEAD, partner));
			}
		});
		if (person.coordinator()) {
			words.add(Standing.word(Standing.COORDINATOR, "desk"));
		}
		return new Standing(Set.copyOf(words));
	}

}
