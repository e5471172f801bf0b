package org.calltolocalaction.notifications;

import java.time.Clock;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeRevived;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to a government's members that one of them took a withdrawn pledge up again, and
 * that it is to be submitted.
 */
@Component
class TellOfRevival {

	private final MailContexts dossiers;

	private final MemberMailTexts letters;

	private final Outbox outbox;

	private final Governments governments;

	private final People people;

	private final Clock clock;

	TellOfRevival(MailContexts dossiers, MemberMailTexts letters, Outbox outbox, Governments governments, People people,
			Clock clock) {
		this.dossiers = dossiers;
		this.letters = letters;
		this.outbox = outbox;
		this.governments = governments;
		this.people = people;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void on(PledgeRevived revived) {
		MailContext dossier = dossiers.of(revived.reference());
		String reviver = people.person(revived.by()).name();
		for (Person member : governments.members(dossier.government().id())) {
			// The instant, too: the same version can be withdrawn and revived more than
			// once.
			outbox.write(
					MailKey.of(MailKind.REVIVED, dossier.reference(), member.id(), dossier.version(), clock.instant()),
					member, letters.revived(dossier, reviver, member));
		}
	}

}
