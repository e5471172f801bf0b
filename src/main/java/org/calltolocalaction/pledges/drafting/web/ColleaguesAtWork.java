package org.calltolocalaction.pledges.drafting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.calltolocalaction.forms.FormPart;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.drafting.DraftPresence;
import org.springframework.stereotype.Component;

/** Who else is at a draft now, by the part at which they are. */
@Component
class ColleaguesAtWork {

	private final DraftPresence presence;

	private final People people;

	ColleaguesAtWork(DraftPresence presence, People people) {
		this.presence = presence;
		this.people = people;
	}

	/** Their names; nothing of a part at which nobody is. */
	Map<String, List<String>> byPart(Pledge pledge, Person member) {
		return presence.others(pledge, member)
			.stream()
			.collect(Collectors.groupingBy(DraftPresence.AtWork::part,
					Collectors.mapping(other -> people.person(other.account()).name(), Collectors.toList())));
	}

	/** The names of those who are at one part, and of those at others. */
	record AtPart(List<String> here, List<String> elsewhere) {
	}

	/** Those at this part, and those at others. */
	AtPart at(FormPart part, Pledge pledge, Person member) {
		List<String> here = new ArrayList<>();
		List<String> elsewhere = new ArrayList<>();
		presence.others(pledge, member)
			.forEach(other -> (other.part().equals(part.id()) ? here : elsewhere)
				.add(people.person(other.account()).name()));
		return new AtPart(here, elsewhere);
	}

}
