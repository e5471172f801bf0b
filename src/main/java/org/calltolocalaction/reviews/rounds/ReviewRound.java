package org.calltolocalaction.reviews.rounds;

import java.time.Clock;
import java.util.List;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.reviews.PledgeReviews;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewTally;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.reviews.WorklistProjection;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leads a pledge's revision through one round of reviews. Called by the process. */
@Service
@Transactional
public class ReviewRound {

	private final Reviews reviews;

	private final WorklistProjection projection;

	private final Pledges pledges;

	private final JudgingEdition edition;

	private final ReviewDates dates;

	private final RenewReview renew;

	private final AuditTrail audit;

	private final Clock clock;

	ReviewRound(Reviews reviews, WorklistProjection projection, Pledges pledges, JudgingEdition edition,
			ReviewDates dates, RenewReview renew, AuditTrail audit, Clock clock) {
		this.reviews = reviews;
		this.projection = projection;
		this.pledges = pledges;
		this.edition = edition;
		this.dates = dates;
		this.renew = renew;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * The partners who have to judge the pledge's newest revision: all of the edition at
	 * first and when it was revived, later those who have not approved it yet and those
	 * who were added to the edition; never one that was released from it.
	 */
	public List<PartnerCode> partnersToAsk(PledgeReference reference) {
		Pledge pledge = pledges.pledge(reference);
		return reviews(pledge).partnersToAsk(edition.partners(pledge), edition.changes(pledge));
	}

	/**
	 * Opens the partner's review of the newest revision, and offers it to whoever judged
	 * the one before.
	 */
	public void open(PledgeReference reference, PartnerCode partner) {
		Pledge pledge = pledges.pledge(reference);
		Review review = new Review(reference, pledge.latestRevision(), pledge.round(), partner,
				edition.criteria(pledge), clock.instant(), dates.due(reference));
		reviews.all(reference.value())
			.stream()
			.filter(before -> before.partner().equals(partner) && before.completed())
			.reduce((earlier, later) -> later)
			.flatMap(renew::reviewer)
			.ifPresent(judge -> review.offer(judge.id()));
		projection.write(reviews.saveAndFlush(review));
	}

	/**
	 * The task of this review is gone without having been completed. A pledge that is
	 * still under review was cut off: then the record says that the partner did not
	 * answer.
	 */
	public void cancel(PledgeReference reference, PartnerCode partner) {
		Pledge pledge = pledges.pledge(reference);
		reviews.lock(reference.value(), partner.value(), pledge.latestRevision())
			.filter(Review::open)
			.ifPresent(review -> audit.record(callOff(review, pledge).with("partner", partner)));
	}

	private AuditEntry callOff(Review review, Pledge pledge) {
		if (pledge.state() == PledgeState.UNDER_REVIEW) {
			review.miss(clock.instant());
			return AuditEntry.of("review.missed", pledge.reference());
		}
		review.cancel();
		return AuditEntry.of("review.cancelled", pledge.reference());
	}

	/** What the reviews there are add up to. */
	@Transactional(readOnly = true)
	public ReviewTally tally(PledgeReference reference) {
		return reviews(pledges.pledge(reference)).tally();
	}

	private PledgeReviews reviews(Pledge pledge) {
		return PledgeReviews.of(pledge, reviews.of(pledge.reference()));
	}

}
