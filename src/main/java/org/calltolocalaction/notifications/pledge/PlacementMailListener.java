package org.calltolocalaction.notifications.pledge;

import java.time.Clock;
import java.time.Instant;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailContexts;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.pledges.placement.PlacementChanged;
import org.calltolocalaction.reports.Inclusion;
import org.calltolocalaction.reports.Inclusions;
import org.calltolocalaction.reports.PlacementRestored;
import org.calltolocalaction.reports.correction.PlacementCorrected;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to a government's members that a coordinator's act has their pledge count for
 * another edition than before.
 */
@Component
class PlacementMailListener {

	private final MailContexts contexts;

	private final PlacementMailTexts texts;

	private final Outbox outbox;

	private final Governments governments;

	private final Inclusions inclusions;

	private final Clock clock;

	PlacementMailListener(MailContexts contexts, PlacementMailTexts texts, Outbox outbox, Governments governments,
			Inclusions inclusions, Clock clock) {
		this.contexts = contexts;
		this.texts = texts;
		this.outbox = outbox;
		this.governments = governments;
		this.inclusions = inclusions;
		this.clock = clock;
	}

	/** It has no outcome yet. */
	@EventListener
	@Transactional
	void on(PlacementChanged changed) {
		MailContext context = contexts.of(changed.reference());
		// The instant, too: a deadline can be moved there and back.
		outbox.writeToEach(governments.members(context.government().id()), MailKind.PLACE_CHANGED, context.reference(),
				member -> texts.changed(context, changed, member), changed.to(), clock.instant());
	}

	/** A coordinator moved it. */
	@EventListener
	@Transactional
	void on(PlacementCorrected corrected) {
		MailContext context = contexts.of(corrected.reference());
		outbox.writeToEach(governments.members(context.government().id()), MailKind.PLACE_CHANGED, context.reference(),
				member -> texts.corrected(context, corrected, member), corrected.to(), clock.instant());
	}

	/** It was carried over, and counts for its own edition after all. */
	@EventListener
	@Transactional
	void on(PlacementRestored restored) {
		MailContext context = contexts.of(restored.reference());
		Instant since = inclusions.find(restored.reference()).map(Inclusion::includedAt).orElseThrow();
		outbox.writeToEach(governments.members(context.government().id()), MailKind.PLACEMENT_RESTORED,
				context.reference(), member -> texts.restored(context, restored.from(), member), context.version(),
				since);
	}

}
