package org.calltolocalaction.reviews.rounds;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.DeadlineMoved;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.EditionsChanged;
import org.calltolocalaction.editions.extension.ExtensionsGranted;
import org.calltolocalaction.editions.extension.ExtensionsMoved;
import org.calltolocalaction.editions.calendar.ReviewCalendarSet;
import org.calltolocalaction.kernel.audit.Actor;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.PledgeReference;
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

	private static final int AT_ONCE = 500;

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
	void extensionsGranted(ExtensionsGranted event) {
		moveAll(event.edition(), Actor.THE_DESK, "");
	}

	/** Those that count for another edition because their government has other time. */
	@EventListener
	void extensionsMoved(ExtensionsMoved event) {
		event.editions().forEach(year -> moveAll(year, Actor.THE_DESK, ""));
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
		List<PlannedRound> concerned = rounds.concernedBy(year, callPolicy.inOrder(), Optional.empty());
		List<Shift> shifts = concerned.stream().flatMap(MoveReviews::shifts).toList();
		// Before they move: what is read afterwards says the new days.
		List<AuditEntry> entries = shifts.stream()
			.map(shift -> new Moved(shift.review().reference(), shift.review().dueAt(), shift.to()))
			.distinct()
			.sorted()
			.map(moved -> moved.entry(by, reason))
			.toList();
		move(shifts);
		audit.recordAll(entries);
		timers.reset(concerned.stream().collect(Collectors.toMap(PlannedRound::reference, PlannedRound::dates)));
	}

	/** Each review has its days from when it was opened; partners may be added later. */
	private static Stream<Shift> shifts(PlannedRound round) {
		return round.open()
			.stream()
			.map(review -> new Shift(review, round.due(review)))
			.filter(shift -> !shift.to().equals(shift.review().dueAt()));
	}

	/** In the order in which all lock reviews, however many there are. */
	private void move(List<Shift> shifts) {
		Map<UUID, Instant> days = shifts.stream().collect(Collectors.toMap(shift -> shift.review().id(), Shift::to));
		List<UUID> inOrder = shifts.stream()
			.map(Shift::review)
			.sorted(Comparator.comparing(Review::reference).thenComparing(Review::partner))
			.map(Review::id)
			.toList();
		for (int from = 0; from < inOrder.size(); from += AT_ONCE) {
			reviews.lockAll(inOrder.subList(from, Math.min(inOrder.size(), from + AT_ONCE)))
				.stream()
				.filter(Review::open)
				.forEach(locked -> locked.dueOn(Objects.requireNonNull(days.get(locked.id()))));
		}
	}

	private record Shift(Review review, Instant to) {
	}

	/** What the trail says once, however many reviews of the pledge it was. */
	private record Moved(PledgeReference reference, Instant from, Instant to) implements Comparable<Moved> {

		private AuditEntry entry(Actor by, String reason) {
			return AuditEntry.of("review.due-date-moved", reference)
				.by(by)
				.with("from", from)
				.with("to", to)
				.personal("reason", reason);
		}

		@Override
		public int compareTo(Moved other) {
			return Comparator.comparing(Moved::reference)
				.thenComparing(Moved::from)
				.thenComparing(Moved::to)
				.compare(this, other);
		}

	}

}
