package org.calltolocalaction.reviews.rounds;

import java.time.Instant;
import java.util.List;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.vocabulary.PartnerCode;

/**
 * A reminder that was sent because a review is overdue.
 *
 * @param told the people who were told; nobody where the partner has no lead
 */
public record Reminder(int revision, PartnerCode partner, ReminderStep step, List<AccountId> told, Instant at) {

	/** Whether there was nobody to tell: then the coordinators were told at once. */
	public boolean reachedNobody() {
		return told.isEmpty();
	}

	/**
	 * Whether it was about this review; what was told before the review was opened anew
	 * is past.
	 */
	public boolean about(Review review) {
		return review.revision() == revision && review.partner().equals(partner) && !at.isBefore(review.openedAt());
	}

}
