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
import org.calltolocalaction.reviews.interest.ReadableVersions;
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

	private final Interests interests;

	private final ReadableVersions readable;

	private final Pledges pledges;

	private final ReopenedReview reopened;

	private final ReviewDates dates;

	private final ReviewTasks tasks;

	private final Clock clock;

	ReopenReview(PartnerReviews partnerReviews, Interests interests, ReadableVersions readable, Pledges pledges,
			ReopenedReview reopened, ReviewDates dates, ReviewTasks tasks, Clock clock) {
		this.partnerReviews = partnerReviews;
		this.interests = interests;
		this.readable = readable;
		this.pledges = pledges;
		this.reopened = reopened;
		this.dates = dates;
		this.tasks = tasks;
		this.clock = clock;
	}

	/** Whether this reviewer of the partner may reopen the review. */
	@Transactional(readOnly = true)
	public boolean possible(Review review, Person by) {
		return possible(review, pledges.pledge(review.reference())) && !interests.keepOut(by.id(), review)
				&& readable.open(review, review.completedBy().orElseThrow(), by.id());
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
		// What it said would stand in their form.
		readable.requireOpen(review, review.completedBy().orElseThrow(), by.id());
		reopened.open(review, by.id(), by, "");
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
