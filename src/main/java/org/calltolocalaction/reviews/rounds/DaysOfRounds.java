package org.calltolocalaction.reviews.rounds;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.progress.ExpectedDays;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a government know by when its pledge is to move on, as far as that is set. */
@Component
class DaysOfRounds implements ExpectedDays {

	private final Reviews reviews;

	private final ReviewDates dates;

	private final Clock clock;

	DaysOfRounds(Reviews reviews, ReviewDates dates, Clock clock) {
		this.reviews = reviews;
		this.dates = dates;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<ExpectedDay> of(Pledge pledge) {
		return switch (pledge.state()) {
			case UNDER_REVIEW -> reviewsDue(pledge).map(this::expected);
			case CHANGES_REQUESTED, REVIVED -> dates.lastDayToResubmit(pledge.reference()).map(this::expected);
			// A day that was only planned binds nobody once it has passed.
			case DISAGREEMENT, ACCEPTED ->
				Optional.of(expected(dates.contentsPlanned(pledge.reference()))).filter(planned -> !planned.passed());
			case DRAFT, DISCARDED, INCLUDED, DECLINED, WITHDRAWN -> Optional.empty();
		};
	}

	private Optional<LocalDate> reviewsDue(Pledge pledge) {
		return reviews.of(pledge.reference())
			.stream()
			.filter(review -> review.revision() == pledge.latestRevision() && review.open())
			.map(Review::dueAt)
			.max(Comparator.naturalOrder())
			// The end of a day in UTC is the beginning of the next.
			.map(due -> LocalDate.ofInstant(due.minusNanos(1), ZoneOffset.UTC));
	}

	private ExpectedDay expected(LocalDate day) {
		return new ExpectedDay(day, day.isBefore(LocalDate.now(clock.withZone(ZoneOffset.UTC))));
	}

}
