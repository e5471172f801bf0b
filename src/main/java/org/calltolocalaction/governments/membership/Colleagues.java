package org.calltolocalaction.governments.membership;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.membership.Membership.State;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The members of a government as they see each other, so that one knows who still looks
 * in. Who is suspended stands among them: they are members until somebody removes them.
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

	private final Memberships memberships;

	private final People people;

	Colleagues(Governments governments, Memberships memberships, People people) {
		this.governments = governments;
		this.memberships = memberships;
		this.people = people;
	}

	/** Longest first. */
	public List<Colleague> of(GovernmentId government) {
		List<AccountId> members = memberships
			.findByGovernmentAndStateOrderByRequestedAt(government.value(), State.ACTIVE)
			.stream()
			.map(Membership::account)
			.toList();
		Map<AccountId, Person> known = people.all(members);
		Map<AccountId, Instant> here = people.lastHere(members);
		return members.stream()
			.flatMap(member -> Stream.ofNullable(known.get(member)))
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
