package org.calltolocalaction.reviews.judgement;

import java.util.Comparator;
import java.util.List;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.progress.PartnerComment;
import org.calltolocalaction.pledges.progress.PartnerComments;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a government read what the partners wrote to it: all of a round together, when it
 * has its outcome.
 */
@Component
class CommentsForGovernment implements PartnerComments {

	private final Reviews reviews;

	private final ReviewForGovernment words;

	CommentsForGovernment(Reviews reviews, ReviewForGovernment words) {
		this.reviews = reviews;
		this.words = words;
	}

	@Override
	@Transactional(readOnly = true)
	public List<PartnerComment> on(Pledge pledge) {
		boolean undecided = pledge.state() == PledgeState.UNDER_REVIEW || pledge.state() == PledgeState.DISAGREEMENT;
		return reviews.of(pledge.reference())
			.stream()
			.filter(Review::completed)
			.filter(review -> !undecided || review.revision() < pledge.latestRevision())
			.filter(words::any)
			.sorted(Comparator.comparingInt(Review::revision).reversed().thenComparing(Review::partner))
			.map(review -> new PartnerComment(review.partner(), review.revision(), words.comment(review),
					words.onAnswers(review), review.completedAt().orElseThrow()))
			.toList();
	}

}
