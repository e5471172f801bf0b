package org.calltolocalaction.reviews.judging;

import java.time.Clock;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.reviews.PartnerReviews;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewTasks;
import org.calltolocalaction.reviews.interest.Interests;
import org.calltolocalaction.reviews.judgement.ReopenedReview;
import org.calltolocalaction.reviews.rounds.RequestNewReview;
import org.calltolocalaction.reviews.rounds.ReviewDates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A partner opens its completed review again by itself, until the outcome is decided;
 * afterwards there is {@link RequestNewReview}.
 */
@Service
public class ReopenReview {

	private final PartnerReviews partnerReviews;

	private final Interests interests;

	private final Pledges pledges;

	private final ReopenedReview openAgain;

	private final ReviewDates dates;

	private final ReviewTasks tasks;

	private final Clock clock;

	ReopenReview(PartnerReviews partnerReviews, Interests interests, Pledges pledges, ReopenedReview openAgain,
			ReviewDates dates, ReviewTasks tasks, Clock clock) {
		this.partnerReviews = partnerReviews;
		this.interests = interests;
		this.pledges = pledges;
		this.openAgain = openAgain;
		this.dates = dates;
		this.tasks = tasks;
		this.clock = clock;
	}

	/** Whether the partner may open this review again by itself. */
	@Transactional(readOnly = true)
	public boolean possible(Review review) {
		return possible(review, pledges.pledge(review.reference()));
	}

	/**
	 * Any reviewer of the partner may, because the one who completed it may be away; it
	 * is then theirs.
	 */
	@Transactional
	public void reopen(PledgeReference reference, Person by) {
		// The pledge first: whoever decides the outcome locks it, too.
		Pledge pledge = pledges.forChange(reference);
		Review review = partnerReviews.forChange(reference, by);
		if (!possible(review, pledge)) {
			throw new Refused("reviews.refused.decided", reference.value());
		}
		interests.requireNone(review, by.id());
		openAgain.open(review, by.id(), by, "");
		review.take(by.id(), clock.instant());
		// The round may have begun anew for another partner since this review was due.
		review.dueOn(dates.due(reference));
		tasks.reopened(reference, review.partner(), by.id());
	}

	private static boolean possible(Review review, Pledge pledge) {
		return review.completed() && pledge.state() == PledgeState.UNDER_REVIEW
				&& review.revision() == pledge.latestRevision();
	}

}
