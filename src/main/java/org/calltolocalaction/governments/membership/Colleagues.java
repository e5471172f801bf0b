package org.calltolocalaction.governments.membership;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The members of a government as they see each other, so that one knows who still looks
 * in.
 */
@Component
@Transactional(readOnly = true)
public class Colleagues {

	/**
	 * @param lastHere to within a few minutes; empty for who never came
	 */
	public record Colleague(Person person, Optional<Instant> lastHere) {
	}

	private final Governments governments;

	private final People people;

	Colleagues(Governments governments, People people) {
		this.governments = governments;
		this.people = people;
	}

	/** Longest first. */
	public List<Colleague> of(GovernmentId government) {
		List<Person> members = governments.members(government);
		Map<AccountId, Instant> here = people.lastHere(members.stream().map(Person::id).toList());
		return members.stream()
			.map(member -> new Colleague(member, Optional.ofNullable(here.get(member.id()))))
			.toList();
	}

	/** Another member of the government for which the person acts. */
	public Colleague colleague(Person by, AccountId account) {
		return governments.actedForBy(by.id())
			.filter(own -> !account.equals(by.id()))
			.flatMap(own -> of(own.id()).stream().filter(member -> member.person().id().equals(account)).findFirst())
			.orElseThrow(() -> new NotFound("Member " + account));
	}

}
