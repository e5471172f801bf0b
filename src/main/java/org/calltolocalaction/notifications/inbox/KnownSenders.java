package org.calltolocalaction.notifications.inbox;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.inbox.ReceivedMail.Doubt;
import org.calltolocalaction.notifications.outbox.Capacities;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.springframework.stereotype.Component;

/**
 * Whose answer to a mail is taken for one: of whoever got it and would get it still, of
 * the government's members, and of the contacts of the pledge; of nobody whose account is
 * suspended.
 */
@Component
class KnownSenders {

	private final Pledges pledges;

	private final Revisions revisions;

	private final Governments governments;

	private final PledgeForm form;

	private final People people;

	private final Capacities capacities;

	KnownSenders(Pledges pledges, Revisions revisions, Governments governments, PledgeForm form, People people,
			Capacities capacities) {
		this.pledges = pledges;
		this.revisions = revisions;
		this.governments = governments;
		this.form = form;
		this.people = people;
		this.capacities = capacities;
	}

	/** Why it is not taken for an answer; nothing where it is. */
	Optional<Doubt> doubt(SentMail mail, String from) {
		if (people.byEmail(from).filter(Person::suspended).isPresent()) {
			return Optional.of(Doubt.FORMER_READER);
		}
		if (isOfGovernment(mail, from) || mail.pledge().map(pledge -> ofPledge(pledge).contains(from)).orElse(false)) {
			return Optional.empty();
		}
		if (from.isEmpty() || !from.equals(mail.recipient())) {
			return Optional.of(Doubt.UNKNOWN_SENDER);
		}
		return wouldGetIt(mail) ? Optional.empty() : Optional.of(Doubt.FORMER_READER);
	}

	/** Whoever has no account was written to by the address alone. */
	private boolean wouldGetIt(SentMail mail) {
		return mail.reader()
			.map(reader -> people.find(reader)
				.filter(person -> !person.suspended()
						&& mail.kind().addressee().stillReaches(mail.capacity(), capacities.of(person)))
				.isPresent())
			.orElse(true);
	}

	private boolean isOfGovernment(SentMail mail, String from) {
		return mail.government()
			.map(government -> governments.members(government).stream().map(Person::email).anyMatch(from::equals))
			.orElse(false);
	}

	private Set<String> ofPledge(PledgeReference reference) {
		return pledges.findById(reference)
			.map(pledge -> Stream
				.concat(governments.members(pledge.government()).stream().map(Person::email), contacts(pledge))
				.collect(Collectors.toSet()))
			.orElse(Set.of());
	}

	private Stream<String> contacts(Pledge pledge) {
		if (!pledge.submitted()) {
			return Stream.empty();
		}
		Revision latest = revisions.latestOf(pledge);
		return form.definition().emails(latest.answers()).stream();
	}

}
