package org.calltolocalaction.reviews.judging;

import java.time.Clock;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.reviews.PartnerReviews;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewTasks;
import org.calltolocalaction.reviews.judgement.ReopenedReview;
import org.calltolocalaction.reviews.rounds.RequestNewReview;
import org.calltolocalaction.reviews.rounds.ReviewDates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A partner reopens its completed review by itself, until the outcome is decided;
 * afterwards there is {@link RequestNewReview}.
 */
@Service
public class ReopenReview {

	private final PartnerReviews partnerReviews;

	private final ReopeningPolicy policy;

	private final Pledges pledges;

	private final ReopenedReview reopened;

	private final ReviewDates dates;

	private final ReviewTasks tasks;

	private final Clock clock;

	ReopenReview(PartnerReviews partnerReviews, ReopeningPolicy policy, Pledges pledges, ReopenedReview reopened,
			ReviewDates dates, ReviewTasks tasks, Clock clock) {
		this.partnerReviews = partnerReviews;
		this.policy = policy;
		this.pledges = pledges;
		this.reopened = reopened;
		this.dates = dates;
		this.tasks = tasks;
		this.clock = clock;
	}

	/** Whether this reviewer of the partner may reopen the review. */
	@Transactional(readOnly = true)
	public boolean possible(Review review, Person by) {
		return policy.possible(review, pledges.pledge(review.reference()), by);
	}

	/**
	 * Any reviewer of the partner may, because the one who completed it may be away; it
	 * is then theirs.
	 */
	@Transactional
	public void reopen(PledgeReference reference, Person by) {
		// The pledge first: whoever decides the outcome or releases the partner locks it,
		// too.
		Pledge pledge = pledges.forChange(reference);
		Review review = partnerReviews.forChange(reference, by);
		policy.require(review, pledge, by);
		reopened.open(review, by.id(), by, "");
		review.take(by.id(), clock.instant());
		// The round may have begun anew for another partner since this review was due.
		review.dueOn(dates.due(reference));
		tasks.reopened(reference, review.partner(), by.id());
	}

}
