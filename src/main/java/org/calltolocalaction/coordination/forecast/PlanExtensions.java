package org.calltolocalaction.coordination.forecast;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.coordination.forecast.ActForecast.MailsForeseen;
import org.calltolocalaction.coordination.forecast.ActForecast.TimerShift;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.PlacementPolicy;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.ExtensionCalendar;
import org.calltolocalaction.editions.extension.Extensions;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.placement.PlacementChanges;
import org.calltolocalaction.pledges.placement.PlacementChanges.Change;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans what follows where somebody gets more time, or has it no longer. */
@Service
@Transactional(readOnly = true)
public class PlanExtensions {

	private final CallPolicy callPolicy;

	private final PlacementChanges changes;

	private final Extensions extensions;

	private final PlannedTimers timers;

	private final PlannedMails mails;

	private final Clock clock;

	PlanExtensions(CallPolicy callPolicy, PlacementChanges changes, Extensions extensions, PlannedTimers timers,
			PlannedMails mails, Clock clock) {
		this.callPolicy = callPolicy;
		this.changes = changes;
		this.extensions = extensions;
		this.timers = timers;
		this.mails = mails;
		this.clock = clock;
	}

	/** What follows where it is granted. */
	public ActForecast granting(Extension extension, Person by) {
		by.requireOversight();
		return granting(ForeseenAct.GRANT_EXTENSION, extension.edition(), List.of(extension),
				mails.toHolder(MailKind.EXTENDED, extension.holder(), about(extension)));
	}

	/** What follows where all of these are granted at once, each for one pledge. */
	public ActForecast granting(EditionYear year, List<Extension> extensions, Person by) {
		by.requireOversight();
		return granting(ForeseenAct.EXTEND_PLEDGES, year, extensions, mails.ofEach(MailKind.EXTENDED,
				extensions.stream().map(extension -> new PledgeReference(extension.holder().id())).toList()));
	}

	private ActForecast granting(ForeseenAct act, EditionYear year, List<Extension> granted,
			List<MailsForeseen> toHolders) {
		PlacementPolicy before = callPolicy.inOrder();
		PlacementPolicy after = before.extended(granted);
		List<Change> moved = changes.between(before, after);
		List<TimerShift> shifts = new ArrayList<>(timers.ofRounds(timers.rounds(year, after, Optional.empty())));
		Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
		granted.forEach(extension -> shifts.add(new TimerShift(about(extension), ForeseenTimer.EXTENSION_REMINDER, null,
				ExtensionCalendar.reminder(extension, now))));
		List<MailsForeseen> written = new ArrayList<>(mails.ofPlacements(moved));
		written.addAll(toHolders);
		return new ActForecast(act, year.value(), PlanActs.shifts(moved), shifts, written);
	}

	/**
	 * What follows where it is ended before its time: what was submitted by it stays on
	 * time.
	 */
	public ActForecast ending(Extension extension, Person by) {
		by.requireOversight();
		Instant reminder = ExtensionCalendar.reminder(extension, extensions.extension(extension.id()).grantedAt());
		return new ActForecast(ForeseenAct.END_EXTENSION, extension.edition().value(), List.of(),
				reminder.isAfter(clock.instant())
						? List.of(new TimerShift(about(extension), ForeseenTimer.EXTENSION_REMINDER, reminder, null))
						: List.of(),
				mails.toHolder(MailKind.EXTENSION_ENDED, extension.holder(), about(extension)));
	}

	/** What its mails are about. */
	private static String about(Extension extension) {
		Holder holder = extension.holder();
		return holder.isPledge() ? holder.id() : extension.edition().businessKey();
	}

}
