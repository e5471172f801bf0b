package org.calltolocalaction.reviews.rounds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.DeadlineMoved;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.EditionsChanged;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.calendar.ReviewCalendarSet;
import org.calltolocalaction.kernel.audit.Actor;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
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

	private final Pledges pledges;

	private final Placements placements;

	private final ReviewDates dates;

	private final ReviewTimers timers;

	private final AuditTrail audit;

	MoveReviews(Reviews reviews, Pledges pledges, Placements placements, ReviewDates dates, ReviewTimers timers,
			AuditTrail audit) {
		this.reviews = reviews;
		this.pledges = pledges;
		this.placements = placements;
		this.dates = dates;
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

	/**
	 * Those of pledges that waited for the next edition follow the calendar of the one
	 * that was opened.
	 */
	@EventListener
	void editionsChanged(EditionsChanged event) {
		moveAll(event.year(), Actor.THE_DESK, "");
	}

	private void moveAll(EditionYear year, Actor by, String reason) {
		Map<PledgeReference, List<Review>> open = reviews.open()
			.stream()
			.collect(Collectors.groupingBy(Review::reference, TreeMap::new, Collectors.toList()));
		List<Pledge> reviewed = pledges.all(open.keySet());
		Map<PledgeReference, Placement> counts = placements.countFor(reviewed);
		reviewed.stream()
			.filter(pledge -> isConcerned(pledge,
					Objects.requireNonNull(counts.get(pledge.reference()), "What is reviewed counts for an edition"),
					year))
			.map(Pledge::reference)
			.sorted()
			.forEach(reference -> move(reference, open.getOrDefault(reference, List.of()), by, reason));
	}

	/**
	 * A pledge that answered the call may count for another edition than it did before
	 * the deadline moved.
	 */
	private boolean isConcerned(Pledge pledge, Placement countsFor, EditionYear year) {
		return pledge.call().filter(year::equals).isPresent() || countsFor.is(year);
	}

	private void move(PledgeReference reference, List<Review> open, Actor by, String reason) {
		Instant from = open.get(0).dueAt();
		Instant to = dates.due(reference);
		if (!to.equals(from)) {
			open.forEach(review -> reviews.lock(reference.value(), review.partner().value(), review.revision())
				.filter(Review::open)
				.ifPresent(locked -> locked.dueOn(to)));
			audit.record(AuditEntry.of("review.due-date-moved", reference)
				.by(by)
				.with("from", from)
				.with("to", to)
				.personal("reason", reason));
		}
		timers.reset(reference);
	}

}
