package org.calltolocalaction.notifications.pledge;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailContexts;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.notifications.outbox.Outbox.Letter;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.placement.PlacementChanges.Change;
import org.calltolocalaction.pledges.placement.PlacementsChanged;
import org.calltolocalaction.pledges.placement.PlacementsChanged.Cause;
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

	private static final int AT_ONCE = 200;

	private final MailContexts contexts;

	private final PlacementMailTexts texts;

	private final Outbox outbox;

	private final Governments governments;

	private final Inclusions inclusions;

	private final CallPolicy callPolicy;

	private final Clock clock;

	PlacementMailListener(MailContexts contexts, PlacementMailTexts texts, Outbox outbox, Governments governments,
			Inclusions inclusions, CallPolicy callPolicy, Clock clock) {
		this.contexts = contexts;
		this.texts = texts;
		this.outbox = outbox;
		this.governments = governments;
		this.inclusions = inclusions;
		this.callPolicy = callPolicy;
		this.clock = clock;
	}

	/** They have no outcome yet. */
	@EventListener
	@Transactional
	void on(PlacementsChanged changed) {
		Edition edition = callPolicy.edition(changed.edition());
		for (int from = 0; from < changed.changes().size(); from += AT_ONCE) {
			tell(changed.changes().subList(from, Math.min(changed.changes().size(), from + AT_ONCE)), changed.cause(),
					edition);
		}
	}

	private void tell(List<Change> changes, Cause cause, Edition edition) {
		Map<PledgeReference, Change> byReference = changes.stream()
			.collect(Collectors.toMap(Change::reference, Function.identity()));
		List<MailContext> told = contexts.all(changes.stream().map(Change::reference).toList());
		Map<GovernmentId, List<Person>> members = governments
			.members(told.stream().map(context -> context.government().id()).toList());
		// The instant, too: a deadline can be moved there and back.
		Instant now = clock.instant();
		outbox.writeAll(told.stream().flatMap(context -> {
			Change change = Objects.requireNonNull(byReference.get(context.reference()));
			return members.getOrDefault(context.government().id(), List.of())
				.stream()
				.map(member -> Letter.to(member, MailKind.PLACE_CHANGED, context.reference(),
						texts.changed(context, change.to(), cause, edition, member), change.to(), now));
		}).toList());
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
