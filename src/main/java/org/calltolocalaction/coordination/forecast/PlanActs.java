package org.calltolocalaction.coordination.forecast;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.coordination.forecast.ActForecast.MailsForeseen;
import org.calltolocalaction.coordination.forecast.ActForecast.PlacementShift;
import org.calltolocalaction.coordination.forecast.ActForecast.TimerShift;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionSetup;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.PlacementPolicy;
import org.calltolocalaction.editions.calendar.CallTimers;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.placement.PlacementChanges;
import org.calltolocalaction.pledges.placement.PlacementChanges.Change;
import org.calltolocalaction.reviews.rounds.PlannedRounds.PlannedRound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans what coordinators are about to do with a call and its report, from the same law,
 * the same rounds and the same readers by which it is then done.
 */
@Service
@Transactional(readOnly = true)
public class PlanActs {

	private final Editions editions;

	private final CallPolicy callPolicy;

	private final PlacementChanges changes;

	private final PlannedTimers timers;

	private final PlannedMails mails;

	private final Clock clock;

	PlanActs(Editions editions, CallPolicy callPolicy, PlacementChanges changes, PlannedTimers timers,
			PlannedMails mails, Clock clock) {
		this.editions = editions;
		this.callPolicy = callPolicy;
		this.changes = changes;
		this.timers = timers;
		this.mails = mails;
		this.clock = clock;
	}

	/** What follows where the call of this year is opened so. */
	public ActForecast opening(EditionYear year, EditionSetup setup, Person by) {
		by.requireOversight();
		PlacementPolicy before = callPolicy.inOrder();
		PlacementPolicy after = before.opened(year, setup.deadline());
		List<Change> moved = changes.between(before, after);
		List<TimerShift> shifts = new ArrayList<>(
				timers.ofRounds(timers.rounds(year, after, Optional.of(setup.reviewCalendar()))));
		shifts.addAll(PlannedTimers.ofCall(year, Optional.empty(),
				Optional.of(CallTimers.of(setup.deadline(), setup.reminders(), clock.instant()))));
		return new ActForecast(ForeseenAct.OPEN_CALL, year.value(), shifts(moved), shifts, mails.ofPlacements(moved));
	}

	/** What follows where it is as if this call had never been opened. */
	public ActForecast takingBack(EditionYear year, Person by) {
		by.requireOversight();
		Edition edition = editions.edition(year);
		PlacementPolicy before = callPolicy.inOrder();
		PlacementPolicy after = before.takenBack(year);
		List<Change> moved = changes.between(before, after);
		List<TimerShift> shifts = new ArrayList<>(
				timers.ofRounds(timers.rounds(year, after, Optional.of(ReviewCalendar.usual()))));
		shifts.addAll(PlannedTimers.ofCall(year, running(edition), Optional.empty()));
		List<MailsForeseen> written = new ArrayList<>(mails.ofPlacements(moved));
		written.addAll(mails.toRemindedOf(year));
		return new ActForecast(ForeseenAct.TAKE_BACK_OPENING, year.value(), shifts(moved), shifts, written);
	}

	/** What follows where this edition's deadline is moved there. */
	public ActForecast movingDeadline(EditionYear year, Deadline to, Person by) {
		by.requireOversight();
		Edition edition = editions.edition(year);
		Instant now = clock.instant();
		PlacementPolicy before = callPolicy.inOrder();
		PlacementPolicy after = before.moved(year, to);
		List<Change> moved = changes.between(before, after);
		List<PlannedRound> then = timers.rounds(year, after, Optional.empty());
		List<TimerShift> shifts = new ArrayList<>(timers.ofRounds(then));
		boolean open = edition.state() == EditionState.OPEN;
		boolean ahead = to.endOfGrace().isAfter(now);
		if (open || ahead) {
			shifts.addAll(PlannedTimers.ofCall(year, running(edition),
					Optional.of(CallTimers.of(to, edition.reminders(), now))));
		}
		List<MailsForeseen> written = new ArrayList<>(mails.ofPlacements(moved));
		if (open || ahead) {
			written.addAll(mails.toGovernmentsWithDrafts(MailKind.DEADLINE_MOVED, year));
		}
		if (open && !ahead) {
			written.addAll(mails.toGovernmentsInCall(MailKind.CALL_CLOSED, year));
		}
		if (!ahead) {
			written.addAll(mails.toReviewersOf(then, year));
		}
		return new ActForecast(ForeseenAct.MOVE_DEADLINE, year.value(), shifts(moved), shifts, written);
	}

	/** What follows where this edition's pledges are reviewed by these days. */
	public ActForecast settingCalendar(EditionYear year, ReviewCalendar calendar, Person by) {
		by.requireOversight();
		return new ActForecast(ForeseenAct.SET_REVIEW_CALENDAR, year.value(), List.of(),
				timers.ofRounds(timers.rounds(year, callPolicy.inOrder(), Optional.of(calendar))), List.of());
	}

	/**
	 * What follows for pledges that miss this edition's report where its contents are
	 * confirmed.
	 * @param leftOut those that wait for their governments
	 */
	public ActForecast confirmingContents(EditionYear year, List<PledgeReference> leftOut, Person by) {
		by.requireOversight();
		PlacementPolicy before = callPolicy.inOrder();
		List<Change> missed = changes.of(leftOut, before, before.frozenReport(year));
		return new ActForecast(ForeseenAct.CONFIRM_CONTENTS, year.value(), shifts(missed), List.of(),
				mails.ofEach(MailKind.LEFT_OUT, leftOut));
	}

	/** What follows where this edition's frozen report is approved. */
	public ActForecast approvingReport(EditionYear year, Person by) {
		by.requireOversight();
		return new ActForecast(ForeseenAct.APPROVE_REPORT, year.value(), List.of(), List.of(), mails.ofReport(year));
	}

	static List<PlacementShift> shifts(List<Change> moved) {
		return moved.stream()
			.map(change -> new PlacementShift(change.reference().value(), change.from().toString(),
					change.to().toString()))
			.toList();
	}

	/** What an open call waits for now. */
	private Optional<CallTimers> running(Edition edition) {
		return Optional.of(edition)
			.filter(open -> open.state() == EditionState.OPEN)
			.map(open -> CallTimers.of(open.deadline(), open.reminders(), clock.instant()));
	}

}
