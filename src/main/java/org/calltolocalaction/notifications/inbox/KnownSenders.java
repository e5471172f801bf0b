package org.calltolocalaction.notifications.inbox;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.springframework.stereotype.Component;

/**
 * Whose answer to a mail is taken for one: of whoever got it, of the government's
 * members, and of the contacts of the pledge.
 */
@Component
class KnownSenders {

	private final Pledges pledges;

	private final Revisions revisions;

	private final Governments governments;

	private final PledgeForm form;

	KnownSenders(Pledges pledges, Revisions revisions, Governments governments, PledgeForm form) {
		this.pledges = pledges;
		this.revisions = revisions;
		this.governments = governments;
		this.form = form;
	}

	boolean mayAnswer(SentMail mail, String from) {
		return !from.isEmpty() && (from.equals(mail.recipient()) || mail.government()
			.map(government -> governments.members(government).stream().map(Person::email).anyMatch(from::equals))
			.orElse(false) || mail.pledge().map(pledge -> ofPledge(pledge).contains(from)).orElse(false));
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
