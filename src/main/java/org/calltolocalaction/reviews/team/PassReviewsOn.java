package org.calltolocalaction.reviews.team;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.Actor;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passes all reviews of one government on that a reviewer has and may not have any more;
 * nor are any of it offered to them.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PassReviewsOn {

	private final Reviews reviews;

	private final Pledges pledges;

	private final HandOver handOver;

	private final TellOfHandOver tell;

	PassReviewsOn(Reviews reviews, Pledges pledges, HandOver handOver, TellOfHandOver tell) {
		this.reviews = reviews;
		this.pledges = pledges;
		this.handOver = handOver;
		this.tell = tell;
	}

	/** They are anybody's of the partner again. */
	void release(GovernmentId government, Person reviewer, Actor by) {
		heldBy(reviewer, government).forEach(review -> handOver.release(review, by));
		offerToNobody(reviewer, government);
	}

	/**
	 * The colleague gets them, and the present one where nobody has it; one mail tells of
	 * all.
	 */
	void give(Person colleague, Review present, GovernmentId government, Person by) {
		List<Review> free = present.open() && present.takenBy().isEmpty() ? List.of(present) : List.of();
		Map<PledgeReference, Optional<AccountId>> before = new LinkedHashMap<>();
		Stream.concat(free.stream(), heldBy(by, government).stream()).forEach(review -> {
			before.put(review.reference(), review.takenBy());
			handOver.give(review, colleague, "", by);
		});
		if (!before.isEmpty()) {
			tell.tell(before, colleague, "", by);
		}
		offerToNobody(by, government);
	}

	private void offerToNobody(Person reviewer, GovernmentId government) {
		reviews.lockOfferedTo(reviewer.id().value())
			.stream()
			.filter(review -> of(government, review))
			.forEach(Review::offerToNobody);
	}

	private List<Review> heldBy(Person reviewer, GovernmentId government) {
		return reviews.lockOpenOf(reviewer.id().value(), reviewer.requirePartner().value())
			.stream()
			.filter(review -> of(government, review))
			.toList();
	}

	private boolean of(GovernmentId government, Review review) {
		return pledges.pledge(review.reference()).government().equals(government);
	}

}
