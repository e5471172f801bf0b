package org.calltolocalaction.reviews.rounds;

import java.time.Instant;
import java.util.Optional;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.DecidePledge;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewTasks;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator requests a new review from a partner after the reviews came to something,
 * with a reason, until the contents of the report are confirmed. The pledge goes back
 * before the partners, and what it had come to is taken back.
 */
@Service
public class RequestNewReview {

	private final Reviews reviews;

	private final Pledges pledges;

	private final NewReviewPolicy policy;

	private final RenewReview renew;

	private final DecidePledge decide;

	private final ReviewTasks tasks;

	private final ApplicationEventPublisher events;

	RequestNewReview(Reviews reviews, Pledges pledges, NewReviewPolicy policy, RenewReview renew, DecidePledge decide,
			ReviewTasks tasks, ApplicationEventPublisher events) {
		this.reviews = reviews;
		this.pledges = pledges;
		this.policy = policy;
		this.renew = renew;
		this.decide = decide;
		this.tasks = tasks;
		this.events = events;
	}

	/**
	 * The consequences of requesting a new review.
	 *
	 * @param outcome what is taken back
	 * @param counted the edition in whose report it stands, or for which it counts
	 * @param due when the review would be due
	 * @param reviewer to whom it would go back; empty where it would be nobody's
	 *
	 */
	public record Preview(PledgeState outcome, Placement counted, Instant due, Optional<Person> reviewer) {
	}

	/** Whether a new one can be requested in place of this review now. */
	@Transactional(readOnly = true)
	public boolean possible(Review review) {
		return policy.obstacle(pledges.pledge(review.reference()), review).isEmpty();
	}

	/**
	 * @throws Refused where a new review cannot be requested, with the reason
	 */
	@Transactional(readOnly = true)
	public Preview preview(PledgeReference reference, PartnerCode partner, Person by) {
		by.requireOversight();
		Pledge pledge = pledges.pledge(reference);
		Review review = found(reviews.newest(reference.value(), partner.value()), reference, partner);
		policy.requirePossible(pledge, review);
		Placement counted = policy.counted(pledge);
		return new Preview(pledge.state(), counted, renew.dueIfBegunNow(counted), renew.reviewer(review));
	}

	/**
	 * It goes back to whoever completed it, while they review for the partner and do not
	 * keep out; else it is nobody's.
	 */
	@Transactional
	public void request(PledgeReference reference, PartnerCode partner, String reason, Person by) {
		by.requireCoordinator();
		String why = Text.trimmed(reason);
		if (why.isEmpty()) {
			throw new Refused("reviews.refused.no-reason");
		}
		// The pledge first: whoever decides, submits or withdraws it locks it, too.
		Pledge pledge = pledges.forChange(reference);
		Review review = found(reviews.lockNewest(reference.value(), partner.value()), reference, partner);
		policy.requirePossibleAndLock(pledge, review);
		PledgeState outcome = pledge.state();
		Placement counted = policy.counted(pledge);
		Optional<AccountId> reviewer = renew.reviewer(review).map(Person::id);
		renew.open(review, why, by);
		decide.sendBackToPartners(reference, by);
		renew.begin(review, reviewer);
		tasks.newReviewRequested(outcome, reference, partner);
		reviewer.ifPresent(holder -> tasks.taken(reference, partner, holder));
		events.publishEvent(new NewReviewRequested(reference, partner, outcome, counted, why, by.id()));
	}

	private static Review found(Optional<Review> review, PledgeReference reference, PartnerCode partner) {
		return review.orElseThrow(() -> new NotFound("A review of " + reference + " by " + partner));
	}

}
