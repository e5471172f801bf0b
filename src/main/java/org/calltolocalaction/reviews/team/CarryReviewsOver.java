package org.calltolocalaction.reviews.team;

import java.util.ArrayList;
import java.util.List;
import org.calltolocalaction.identity.FollowsAccount;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.reviews.TeamReviews;
import org.calltolocalaction.reviews.absence.AbsenceRecords;
import org.calltolocalaction.reviews.interest.Interests;
import org.calltolocalaction.reviews.judgement.ReviewDrafts;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Of two accounts that become one, what the person reviews and keeps out of, and when
 * they are away. Reviews that are done stay under the name by which they were done.
 * Before all others: reviews are locked before the lines that list them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@Transactional(propagation = Propagation.MANDATORY)
class CarryReviewsOver implements FollowsAccount {

	private final Reviews reviews;

	private final Interests interests;

	private final AbsenceRecords absences;

	private final ReviewDrafts drafts;

	private final TeamReviews teamReviews;

	private final HandOver handOver;

	CarryReviewsOver(Reviews reviews, Interests interests, AbsenceRecords absences, ReviewDrafts drafts,
			TeamReviews teamReviews, HandOver handOver) {
		this.reviews = reviews;
		this.interests = interests;
		this.absences = absences;
		this.drafts = drafts;
		this.teamReviews = teamReviews;
		this.handOver = handOver;
	}

	@Override
	@Transactional(readOnly = true)
	public List<Consequence> forecast(Person from, Person into) {
		List<Consequence> consequences = new ArrayList<>();
		int open = from.reviewer() ? teamReviews.count(from.id(), from) : 0;
		if (open > 0) {
			consequences.add(Consequence.of("team.join.reviews", open));
		}
		int keptOut = interests.count(from.id());
		if (keptOut > 0) {
			consequences.add(Consequence.of("team.join.interests", keptOut));
		}
		return consequences;
	}

	@Override
	public void follow(Person from, Person into, Person by) {
		// First of all out of what the joined account keeps: it gets no review of that.
		interests.carryOver(from.id(), into.id());
		absences.carryOver(from.id(), into.id());
		drafts.carryOver(from.id(), into.id());
		from.partner().ifPresent(partner -> {
			for (Review review : reviews.lockOpenOf(from.id().value(), partner.value())) {
				if (interests.keepOut(into.id(), review)) {
					handOver.release(review, by);
				}
				else {
					handOver.give(review, into, "", by);
				}
			}
		});
		reviews.lockOfferedTo(from.id().value()).forEach(review -> {
			if (interests.keepOut(into.id(), review)) {
				review.offerToNobody();
			}
			else {
				review.offer(into.id());
			}
		});
	}

}
