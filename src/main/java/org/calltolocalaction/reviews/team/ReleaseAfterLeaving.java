package org.calltolocalaction.reviews.team;

import org.calltolocalaction.identity.ReviewingEnded;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody had who does not review for the partner any more is anybody's of the
 * partner again.
 */
@Component
class ReleaseAfterLeaving {

	private final Reviews reviews;

	private final HandOver handOver;

	ReleaseAfterLeaving(Reviews reviews, HandOver handOver) {
		this.reviews = reviews;
		this.handOver = handOver;
	}

	@EventListener
	@Transactional
	void on(ReviewingEnded ended) {
		reviews.lockOpenOf(ended.reviewer().value(), ended.partner().value())
			.forEach(review -> handOver.release(review, ended.by()));
		reviews.lockOfferedTo(ended.reviewer().value()).forEach(Review::offerToNobody);
	}

}
