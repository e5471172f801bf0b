package org.calltolocalaction.notifications.pledge;

import java.time.Clock;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailContexts;
import org.calltolocalaction.notifications.outbox.MailKey;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.pledges.placement.PlacementChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to a government's members that their pledge, which has no outcome yet, counts
 * for another edition than before.
 */
@Component
class PlacementMailListener {

	private final MailContexts contexts;

	private final PlacementMailTexts texts;

	private final Outbox outbox;

	private final Governments governments;

	private final Clock clock;

	PlacementMailListener(MailContexts contexts, PlacementMailTexts texts, Outbox outbox, Governments governments,
			Clock clock) {
		this.contexts = contexts;
		this.texts = texts;
		this.outbox = outbox;
		this.governments = governments;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void on(PlacementChanged changed) {
		MailContext context = contexts.of(changed.reference());
		for (Person member : governments.members(context.government().id())) {
			// The instant, too: a deadline can be moved there and back.
			outbox.write(
					MailKey.of(MailKind.PLACE_CHANGED, context.reference(), member.id(), changed.to(), clock.instant()),
					member, texts.changed(context, changed, member));
		}
	}

}
