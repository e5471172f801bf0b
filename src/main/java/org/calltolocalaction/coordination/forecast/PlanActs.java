package org.calltolocalaction.coordination.forecast;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.forecast.ActForecast.MailsForeseen;
import org.calltolocalaction.coordination.forecast.ActForecast.PlacementShift;
import org.calltolocalaction.coordination.forecast.ActForecast.TimerShift;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.Edition;
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
import org.calltolocalaction.reviews.rounds.PlannedRounds;
import org.calltolocalaction.reviews.rounds.PlannedRounds.PlannedRound;
import org.calltolocalaction.reviews.rounds.ReviewTimers;
import org.calltolocalaction.reviews.rounds.RoundTimer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans what coordinators are about to do, from the same law, the same rounds and the
 * same readers by which it is then done.
 */
@Service
@Transactional(readOnly = true)
public class PlanActs {

	private final Editions editions;

	private final CallPolicy callPolicy;

	private final PlacementChanges changes;

	private final PlannedRounds rounds;

	private final ReviewTimers timers;

	private final PlannedMails mails;

	private final Clock clock;

	PlanActs(Editions editions, CallPolicy callPolicy, PlacementChanges changes, PlannedRounds rounds,
			ReviewTimers timers, PlannedMails mails, Clock clock) {
		this.editions = editions;
		this.callPolicy = callPolicy;
		this.changes = changes;
		this.rounds = rounds;
		this.timers = timers;
		this.mails = mails;
		this.clock = clock;
	}

	/** What follows where this edition's deadline is moved there. */
	public ActForecast movingDeadline(EditionYear year, Deadline to, Person by) {
		by.requireCoordinator();
		Edition edition = editions.edition(year);
		Instant now = clock.instant();
		PlacementPolicy before = callPolicy.inOrder();
		PlacementPolicy after = before.moved(year, to);
		List<Change> moved = changes.between(before, after);
		List<PlannedRound> then = rounds.concernedBy(year, after, Optional.empty());
		List<TimerShift> shifts = new ArrayList<>(roundTimers(then));
		boolean open = edition.state() == EditionState.OPEN;
		if (open) {
			shifts.addAll(callTimers(year, CallTimers.of(edition.deadline(), edition.reminders(), now),
					CallTimers.of(to, edition.reminders(), now)));
		}
		List<MailsForeseen> written = new ArrayList<>(mails.ofPlacements(moved));
		boolean ahead = to.endOfGrace().isAfter(now);
		if (open || ahead) {
			written.addAll(mails.toGovernmentsWithDrafts(MailKind.DEADLINE_MOVED, year));
		}
		if (open && !ahead) {
			written.addAll(mails.toGovernmentsInCall(MailKind.CALL_CLOSED, year));
		}
		if (!ahead) {
			written.addAll(mails.toReviewersOf(then, year));
		}
		return new ActForecast(ForeseenAct.MOVE_DEADLINE, year.value(), moved.stream().map(PlanActs::shift).toList(),
				shifts, written);
	}

	/** What follows where this edition's pledges are reviewed by these days. */
	public ActForecast settingCalendar(EditionYear year, ReviewCalendar calendar, Person by) {
		by.requireCoordinator();
		return new ActForecast(ForeseenAct.SET_REVIEW_CALENDAR, year.value(), List.of(),
				roundTimers(rounds.concernedBy(year, callPolicy.inOrder(), Optional.of(calendar))), List.of());
	}

	/**
	 * What follows for pledges that miss this edition's report where its contents are
	 * confirmed.
	 * @param leftOut those that wait for their governments
	 */
	public ActForecast confirmingContents(EditionYear year, List<PledgeReference> leftOut, Person by) {
		by.requireCoordinator();
		PlacementPolicy before = callPolicy.inOrder();
		List<Change> missed = changes.of(leftOut, before, before.frozenReport(year));
		return new ActForecast(ForeseenAct.CONFIRM_CONTENTS, year.value(),
				missed.stream().map(PlanActs::shift).toList(), List.of(), mails.ofEach(MailKind.LEFT_OUT, leftOut));
	}

	private static PlacementShift shift(Change change) {
		return new PlacementShift(change.reference().value(), change.from().toString(), change.to().toString());
	}

	private static List<TimerShift> callTimers(EditionYear year, CallTimers from, CallTimers to) {
		return Stream
			.of(new TimerShift(year.businessKey(), ForeseenTimer.CLOSING, from.closing(), to.closing()), new TimerShift(
					year.businessKey(), ForeseenTimer.NEXT_REMINDER, from.nextReminder(), to.nextReminder()))
			.filter(PlanActs::differs)
			.toList();
	}

	/**
	 * One that has fired stays fired: it is no timer any more. When the others are due
	 * now is what their process says, which no calendar has moved since.
	 */
	private List<TimerShift> roundTimers(List<PlannedRound> planned) {
		Map<PledgeReference, Map<RoundTimer, Instant>> present = timers
			.present(planned.stream().map(PlannedRound::reference).toList());
		return planned.stream()
			.flatMap(round -> present.getOrDefault(round.reference(), Map.of())
				.entrySet()
				.stream()
				.map(timer -> new TimerShift(round.reference().value(), ForeseenTimer.of(timer.getKey()),
						timer.getValue(), round.dates().of(timer.getKey()))))
			.filter(PlanActs::differs)
			.toList();
	}

	private static boolean differs(TimerShift shift) {
		return !shift.from().equals(shift.to());
	}

}
