package org.calltolocalaction.reviews.judging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.reviews.PartnerReviews;
import org.calltolocalaction.reviews.PledgeReviews;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewState;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.reviews.interest.ReadableVersions;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The judgements of the other partners, readable only once one's own partner has judged,
 * so that nobody leans on anybody.
 */
@Service
@Transactional(readOnly = true)
public class OthersReviews {

	private final PartnerReviews partnerReviews;

	private final Reviews reviews;

	private final ReadableVersions readable;

	private final Pledges pledges;

	OthersReviews(PartnerReviews partnerReviews, Reviews reviews, ReadableVersions readable, Pledges pledges) {
		this.partnerReviews = partnerReviews;
		this.reviews = reviews;
		this.readable = readable;
		this.pledges = pledges;
	}

	/**
	 * One other partner.
	 *
	 * @param state of its newest review: how far it has come everybody may know
	 * @param judgement the newest that the reader may read; empty while there is none
	 */
	public record Other(PartnerCode partner, ReviewState state, Optional<Review> judgement) {
	}

	/**
	 * In the order of the partners' codes. To who has declared an interest every
	 * judgement is closed: {@link ReadableVersions}.
	 */
	public List<Other> of(PledgeReference reference, Person reader) {
		Pledge pledge = pledges.pledge(reference);
		ReadableVersions.From from = readable.of(reference, reader.id());
		Predicate<Review> open = upTo(lastJudged(reference, reader)).and(from::includes);
		Map<PartnerCode, List<Review>> others = PledgeReviews.of(pledge, reviews.of(reference)).byPartner();
		others.remove(reader.requirePartner());
		return others.entrySet().stream().map(entry -> other(entry.getKey(), entry.getValue(), open)).toList();
	}

	/** A partner that is asked nothing any more may read all that follows, too. */
	private int lastJudged(PledgeReference reference, Person reader) {
		if (partnerReviews.review(reference, reader).completed()) {
			return Integer.MAX_VALUE;
		}
		return partnerReviews.earlier(reference, reader).stream().mapToInt(Review::revision).max().orElse(0);
	}

	private static Predicate<Review> upTo(int revision) {
		return review -> review.completed() && review.revision() <= revision;
	}

	private static Other other(PartnerCode partner, List<Review> all, Predicate<Review> readable) {
		return new Other(partner, all.get(all.size() - 1).state(),
				all.stream().filter(readable).reduce((earlier, later) -> later));
	}

}
