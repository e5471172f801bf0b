package org.calltolocalaction.reviews.judging;

import java.time.Clock;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.AuditTrail;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.DecidePledge;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.reviews.Interests;
import org.calltolocalaction.reviews.PartnerReviews;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewTasks;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a completed review again: its partner by itself until the outcome is decided, a coordinator while the partners'
 * disagreement waits for a decision. What it said is kept, and stands in the form as a draft.
 */
@Service
public class ReopenReview {

	private final PartnerReviews partnerReviews;

	private final Interests interests;

	private final Reviews reviews;

	private final Pledges pledges;

	private final DecidePledge decide;

	private final EarlierJudgements judgements;

	private final ReviewDrafts drafts;

	private final ReviewTasks tasks;

	private final AuditTrail audit;

	private final Clock clock;

	ReopenReview(PartnerReviews partnerReviews, Interests interests, Reviews reviews, Pledges pledges, DecidePledge decide,
			EarlierJudgements judgements, ReviewDrafts drafts, ReviewTasks tasks, AuditTrail audit, Clock clock) {
		this.partnerReviews = partnerReviews;
		this.interests = interests;
		this.reviews = reviews;
		this.pledges = pledges;
		this.decide = decide;
		this.judgements = judgements;
		this.drafts = drafts;
		this.tasks = tasks;
		this.audit = audit;
		this.clock = clock;
	}

	/** Whether the partner may open this review again by itself. */
	@Transactional(readOnly = true)
	public boolean possible(Review review) {
		return review.completed() && waitsFor(PledgeState.UNDER_REVIEW, pledges.pledge(review.reference()), review);
	}

	/** Whether a coordinator may have this review made again. */
	@Transactional(readOnly = true)
	public boolean possibleForCoordinators(Review review) {
		return review.completed() && waitsFor(PledgeState.DISAGREEMENT, pledges.pledge(review.reference()), review);
	}

	/** Any reviewer of the partner may, because the one who completed it may be away; it is then theirs. */
	@Transactional
	public void reopen(PledgeReference reference, Person by) {
		// The pledge first: whoever decides the outcome locks it, too.
		Pledge pledge = pledges.forChange(reference);
		Review review = partnerReviews.forChange(reference, by);
		if (!review.completed() || !waitsFor(PledgeState.UNDER_REVIEW, pledge, review)) {
			throw new Refused("reviews.refused.decided", reference.value());
		}
		interests.requireNone(review, by.id());
		open(review, by.id(), by, "");
		tasks.reopened(reference, review.partner(), by.id());
	}

	/** It goes back to whoever completed it, and the pledge before the partners. */
	@Transactional
	public void reopen(PledgeReference reference, PartnerCode partner, String reason, Person by) {
		by.requireCoordinator();
		if (reason.isBlank()) {
			throw new Refused("reviews.refused.no-reason");
		}
		Pledge pledge = pledges.forChange(reference);
		Review review = reviews.lock(reference.value(), partner.value(), pledge.latestRevision())
			.filter(Review::completed)
			.orElseThrow(() -> new NotFound("A completed review of " + reference + " by " + partner));
		if (!waitsFor(PledgeState.DISAGREEMENT, pledge, review)) {
			throw new Refused("reviews.refused.not-undecided", reference.value());
		}
		AccountId reviewer = review.completedBy().orElseThrow();
		open(review, reviewer, by, reason.strip());
		decide.returnToPartners(reference);
		tasks.reopenedInDisagreement(reference, partner, reviewer);
	}

	private void open(Review review, AccountId reviewer, Person by, String reason) {
		Answers judgement = review.answers();
		String said = review.partner() + " " + review.recommendation().orElseThrow();
		judgements.keep(review, by.id(), reason);
		review.reopen(reviewer, clock.instant());
		drafts.save(review, reviewer, judgement);
		audit.record(review.reference().value(), "review.reopened", by.email(),
				reason.isEmpty() ? said : said + ": " + reason);
	}

	private static boolean waitsFor(PledgeState state, Pledge pledge, Review review) {
		return pledge.state() == state && review.revision() == pledge.latestRevision();
	}

}
