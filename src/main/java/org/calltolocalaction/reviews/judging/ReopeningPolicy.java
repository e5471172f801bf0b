package org.calltolocalaction.reviews.judging;

import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.interest.Interests;
import org.calltolocalaction.reviews.interest.ReadableVersions;
import org.calltolocalaction.reviews.rounds.JudgingEdition;
import org.springframework.stereotype.Component;

/**
 * Says when a partner may reopen its own review: until the outcome is decided, and while
 * it reviews for the edition.
 */
@Component
class ReopeningPolicy {

	private final Interests interests;

	private final ReadableVersions readable;

	private final JudgingEdition edition;

	ReopeningPolicy(Interests interests, ReadableVersions readable, JudgingEdition edition) {
		this.interests = interests;
		this.readable = readable;
		this.edition = edition;
	}

	boolean possible(Review review, Pledge pledge, Person by) {
		return undecided(review, pledge) && !edition.released(pledge, review.partner())
				&& !interests.keepOut(by.id(), review)
				&& readable.open(review, review.completedBy().orElseThrow(), by.id());
	}

	/**
	 * @throws Refused where it may not be reopened, or not by this reviewer
	 */
	void require(Review review, Pledge pledge, Person by) {
		if (!undecided(review, pledge)) {
			throw new Refused("reviews.refused.decided", pledge.reference().value());
		}
		if (edition.released(pledge, review.partner())) {
			throw new Refused("reviews.refused.partner-released", pledge.reference().value());
		}
		interests.requireNone(review, by.id());
		// What it said would stand in their form.
		readable.requireOpen(review, review.completedBy().orElseThrow(), by.id());
	}

	private static boolean undecided(Review review, Pledge pledge) {
		return review.completed() && pledge.state() == PledgeState.UNDER_REVIEW
				&& review.revision() == pledge.latestRevision();
	}

}
