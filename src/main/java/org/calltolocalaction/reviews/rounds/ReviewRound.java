package org.calltolocalaction.reviews.rounds;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.criteria.EditionCriteria;
import org.calltolocalaction.kernel.AuditTrail;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.placement.Placements;
import org.calltolocalaction.reviews.Recommendation;
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

	private final Placements placements;

	private final CallPolicy callPolicy;

	private final EditionCriteria criteria;

	private final ReviewDates dates;

	private final AuditTrail audit;

	private final Clock clock;

	ReviewRound(Reviews reviews, WorklistProjection projection, Pledges pledges, Placements placements,
			CallPolicy callPolicy, EditionCriteria criteria, ReviewDates dates, AuditTrail audit, Clock clock) {
		this.reviews = reviews;
		this.projection = projection;
		this.pledges = pledges;
		this.placements = placements;
		this.callPolicy = callPolicy;
		this.criteria = criteria;
		this.dates = dates;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * The partners who have to judge the pledge's newest revision: all of the edition at
	 * first and when it was revived, later those who have not approved it yet.
	 */
	public List<PartnerCode> partnersToAsk(PledgeReference reference) {
		Map<PartnerCode, Review> latest = latestByPartner(reference);
		if (latest.isEmpty()) {
			return List.copyOf(editionOf(pledges.pledge(reference)).partners());
		}
		List<PartnerCode> notConvinced = latest.values()
			.stream()
			.filter(Predicate.not(approving()))
			.map(Review::partner)
			.toList();
		return notConvinced.isEmpty() ? List.copyOf(latest.keySet()) : notConvinced;
	}

	/** Opens the partner's review of the newest revision. */
	public void open(PledgeReference reference, PartnerCode partner) {
		Pledge pledge = pledges.pledge(reference);
		projection.write(reviews.saveAndFlush(new Review(reference, pledge.latestRevision(), pledge.round(), partner,
				criteria.forJudging(placements.countsFor(pledge).year()), clock.instant(), dates.due(reference))));
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
			.ifPresent(review -> audit.record(reference.value(), callOff(review, pledge), AuditTrail.THE_DESK,
					partner.value()));
	}

	private String callOff(Review review, Pledge pledge) {
		if (pledge.state() == PledgeState.UNDER_REVIEW) {
			review.miss(clock.instant());
			return "review.missed";
		}
		review.cancel();
		return "review.cancelled";
	}

	/** What the reviews there are add up to. */
	@Transactional(readOnly = true)
	public ReviewTally tally(PledgeReference reference) {
		Collection<Review> latest = latestByPartner(reference).values();
		return new ReviewTally(count(latest, Recommendation.APPROVE), count(latest, Recommendation.REQUEST_CHANGES),
				count(latest, Recommendation.DECLINE),
				(int) latest.stream().filter(review -> !review.completed()).count(), pledges.pledge(reference).round());
	}

	private Edition editionOf(Pledge pledge) {
		return callPolicy.edition(placements.countsFor(pledge));
	}

	private Map<PartnerCode, Review> latestByPartner(PledgeReference reference) {
		Pledge pledge = pledges.pledge(reference);
		Map<PartnerCode, Review> latest = new TreeMap<>();
		reviews.of(reference)
			.stream()
			.filter(review -> pledge.countsReviewsOf(review.revision()))
			.sorted(Comparator.comparingInt(Review::revision))
			.forEach(review -> latest.put(review.partner(), review));
		return latest;
	}

	private static Predicate<Review> approving() {
		return review -> review.recommendation().filter(Recommendation.APPROVE::equals).isPresent();
	}

	private static int count(Collection<Review> reviews, Recommendation recommendation) {
		return (int) reviews.stream()
			.filter(review -> review.recommendation().filter(recommendation::equals).isPresent())
			.count();
	}

}
