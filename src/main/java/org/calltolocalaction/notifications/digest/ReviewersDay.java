package org.calltolocalaction.notifications.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.calltolocalaction.notifications.context.OpenReview;

/**
 * What a reviewer can do today, as their daily mail lists it; each review once.
 *
 * @param overdue should be there already
 * @param soon due within a few days
 * @param fresh announced since the last daily mail, with time left
 */
record ReviewersDay(List<OpenReview> overdue, List<OpenReview> soon, List<OpenReview> fresh) {

	/** Over a weekend, so that nothing falls due unannounced on a Monday. */
	private static final Duration SOON = Duration.ofDays(3);

	static final ReviewersDay FREE = new ReviewersDay(List.of(), List.of(), List.of());

	/**
	 * @param announced references of the pledges whose reviews are news
	 */
	static ReviewersDay of(List<OpenReview> waiting, Set<String> announced, Instant now) {
		Predicate<OpenReview> overdue = review -> !review.dueAt().isAfter(now);
		Predicate<OpenReview> soon = review -> !review.dueAt().isAfter(now.plus(SOON));
		return new ReviewersDay(waiting.stream().filter(overdue).toList(),
				waiting.stream().filter(soon.and(overdue.negate())).toList(),
				waiting.stream()
					.filter(soon.negate())
					.filter(review -> announced.contains(review.reference().value()))
					.toList());
	}

	boolean isEmpty() {
		return size() == 0;
	}

	int size() {
		return overdue.size() + soon.size() + fresh.size();
	}

}
