package org.calltolocalaction.reviews.rounds;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.DeadlineMoved;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.EditionsChanged;
import org.calltolocalaction.editions.extension.ExtensionGranted;
import org.calltolocalaction.editions.calendar.ReviewCalendarSet;
import org.calltolocalaction.kernel.audit.Actor;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.reviews.rounds.PlannedRounds.PlannedRound;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Open reviews follow their edition: where its calendar or its deadline is another, so
 * are the day on which they are due, the reminders that are still to come, and the
 * cut-off. A reminder that went out is not taken back.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class MoveReviews {

	private final Reviews reviews;

	private final PlannedRounds rounds;

	private final CallPolicy callPolicy;

	private final ReviewTimers timers;

	private final AuditTrail audit;

	MoveReviews(Reviews reviews, PlannedRounds rounds, CallPolicy callPolicy, ReviewTimers timers, AuditTrail audit) {
		this.reviews = reviews;
		this.rounds = rounds;
		this.callPolicy = callPolicy;
		this.timers = timers;
		this.audit = audit;
	}

	@EventListener
	void calendarSet(ReviewCalendarSet event) {
		moveAll(event.year(), event.by(), event.reason());
	}

	@EventListener
	void deadlineMoved(DeadlineMoved event) {
		moveAll(event.year(), Actor.THE_DESK, "");
	}

	/** Those that count for the edition again because there is more time for them. */
	@EventListener
	void extensionGranted(ExtensionGranted event) {
		moveAll(event.granted().extension().edition(), Actor.THE_DESK, "");
	}

	/**
	 * Those of pledges that waited for the next edition follow the calendar of the one
	 * that was opened.
	 */
	@EventListener
	void editionsChanged(EditionsChanged event) {
		moveAll(event.year(), Actor.THE_DESK, "");
	}

	private void moveAll(EditionYear year, Actor by, String reason) {
		rounds.concernedBy(year, callPolicy.inOrder(), Optional.empty()).forEach(round -> move(round, by, reason));
	}

	/** Each review has its days from when it was opened; partners may be added later. */
	private void move(PlannedRound round, Actor by, String reason) {
		Map<Instant, Instant> moved = new TreeMap<>();
		for (Review review : round.open()) {
			Instant from = review.dueAt();
			Instant to = round.due(review);
			if (!to.equals(from)) {
				reviews.lock(round.reference().value(), review.partner().value(), review.revision())
					.filter(Review::open)
					.ifPresent(locked -> locked.dueOn(to));
				moved.put(from, to);
			}
		}
		moved.forEach((from,
				to) -> audit.record(AuditEntry.of("review.due-date-moved", round.reference())
					.by(by)
					.with("from", from)
					.with("to", to)
					.personal("reason", reason)));
		timers.reset(round.reference(), round.dates());
	}

}
