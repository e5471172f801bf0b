package org.calltolocalaction.notifications;

import java.time.Clock;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PlacementChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to a government's members that their pledge, which has no outcome yet, counts
 * for another edition than before.
 */
@Component
class TellOfPlacement {

	private final MailContexts dossiers;

	private final PlacementMailTexts letters;

	private final Outbox outbox;

	private final Governments governments;

	private final Clock clock;

	TellOfPlacement(MailContexts dossiers, PlacementMailTexts letters, Outbox outbox, Governments governments, Clock clock) {
		this.dossiers = dossiers;
		this.letters = letters;
		this.outbox = outbox;
		this.governments = governments;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void on(PlacementChanged changed) {
		MailContext dossier = dossiers.of(changed.reference());
		for (Person member : governments.members(dossier.government().id())) {
			// The instant, too: a deadline can be moved there and back.
			outbox.write(
					MailKey.of(MailKind.PLACE_CHANGED, dossier.reference(), member.id(), changed.to(), clock.instant()),
					member, letters.changed(dossier, changed, member));
		}
	}

}
