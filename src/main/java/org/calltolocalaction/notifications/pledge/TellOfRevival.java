package org.calltolocalaction.notifications.pledge;

import java.time.Clock;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailContexts;
import org.calltolocalaction.notifications.outbox.MailKey;
import org.calltolocalaction.notifications.outbox.Outbox;
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

	private final MailContexts contexts;

	private final PledgeMailTexts texts;

	private final Outbox outbox;

	private final Governments governments;

	private final People people;

	private final Clock clock;

	TellOfRevival(MailContexts contexts, PledgeMailTexts texts, Outbox outbox, Governments governments, People people,
			Clock clock) {
		this.contexts = contexts;
		this.texts = texts;
		this.outbox = outbox;
		this.governments = governments;
		this.people = people;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void on(PledgeRevived revived) {
		MailContext context = contexts.of(revived.reference());
		String reviver = people.person(revived.by()).name();
		for (Person member : governments.members(context.government().id())) {
			// The instant, too: the same version can be withdrawn and revived more than
			// once.
			outbox.write(
					MailKey.of(MailKind.REVIVED, context.reference(), member.id(), context.version(), clock.instant()),
					member, texts.revived(context, reviver, member));
		}
	}

}
