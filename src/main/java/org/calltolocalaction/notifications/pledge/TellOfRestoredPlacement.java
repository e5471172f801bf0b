package org.calltolocalaction.notifications.pledge;

import java.time.Instant;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailContexts;
import org.calltolocalaction.notifications.outbox.MailKey;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.reports.Inclusion;
import org.calltolocalaction.reports.Inclusions;
import org.calltolocalaction.reports.PlacementRestored;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to a government's members that their pledge, which was carried over, counts for
 * its own edition after all.
 */
@Component
class TellOfRestoredPlacement {

	private final MailContexts contexts;

	private final PlacementMailTexts texts;

	private final Outbox outbox;

	private final Governments governments;

	private final Inclusions inclusions;

	TellOfRestoredPlacement(MailContexts contexts, PlacementMailTexts texts, Outbox outbox, Governments governments,
			Inclusions inclusions) {
		this.contexts = contexts;
		this.texts = texts;
		this.outbox = outbox;
		this.governments = governments;
		this.inclusions = inclusions;
	}

	@EventListener
	@Transactional
	void on(PlacementRestored returned) {
		MailContext context = contexts.of(returned.reference());
		Instant since = inclusions.find(returned.reference()).map(Inclusion::includedAt).orElseThrow();
		for (Person member : governments.members(context.government().id())) {
			outbox.write(
					MailKey.of(MailKind.PLACEMENT_RESTORED, context.reference(), member.id(), context.version(), since),
					member, texts.returned(context, returned.from(), member));
		}
	}

}
