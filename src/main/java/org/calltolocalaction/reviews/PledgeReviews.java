package org.calltolocalaction.reviews;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.vocabulary.PartnerCode;

/**
 * The reviews of one pledge that count, and their tally. A partner that approved an
 * earlier revision is not asked again: its approval counts until the pledge is revived;
 * then all partners judge anew.
 */
public final class PledgeReviews {

	private final int round;

	private final SortedMap<PartnerCode, List<Review>> byPartner;

	private PledgeReviews(int round, SortedMap<PartnerCode, List<Review>> byPartner) {
		this.round = round;
		this.byPartner = byPartner;
	}

	/**
	 * @param all every review that was ever opened of the pledge
	 */
	public static PledgeReviews of(Pledge pledge, Collection<Review> all) {
		return new PledgeReviews(pledge.round(),
				all.stream()
					.filter(review -> pledge.rounds().count(review.revision()))
					.sorted(Comparator.comparingInt(Review::revision))
					.collect(Collectors.groupingBy(Review::partner, TreeMap::new, Collectors.toList())));
	}

	/**
	 * Those of each partner that was asked, the oldest revision first; in the order of
	 * the partners' codes.
	 */
	public SortedMap<PartnerCode, List<Review>> byPartner() {
		return new TreeMap<>(byPartner);
	}

	/** The one of each partner that counts, in the order of the partners' codes. */
	public List<Review> latestPerPartner() {
		return byPartner.values().stream().map(reviews -> reviews.get(reviews.size() - 1)).toList();
	}

	/** Those that the pledge waits for. */
	public List<Review> open() {
		return latestPerPartner().stream().filter(Review::open).toList();
	}

	/**
	 * The partners who have to judge the pledge's newest revision: all of the edition at
	 * first and when it was revived, later those who have not approved it yet.
	 */
	public List<PartnerCode> partnersToAsk(Collection<PartnerCode> ofEdition) {
		if (byPartner.isEmpty()) {
			return List.copyOf(ofEdition);
		}
		List<PartnerCode> notConvinced = latestPerPartner().stream()
			.filter(review -> !recommends(review, Recommendation.APPROVE))
			.map(Review::partner)
			.toList();
		return notConvinced.isEmpty() ? List.copyOf(byPartner.keySet()) : notConvinced;
	}

	/** What those that count add up to. */
	public ReviewTally tally() {
		List<Review> latest = latestPerPartner();
		int missing = (int) latest.stream().filter(review -> !review.completed()).count();
		return new ReviewTally(count(latest, Recommendation.APPROVE), count(latest, Recommendation.REQUEST_CHANGES),
				count(latest, Recommendation.DECLINE), missing, round);
	}

	private static int count(List<Review> reviews, Recommendation recommendation) {
		return (int) reviews.stream().filter(review -> recommends(review, recommendation)).count();
	}

	private static boolean recommends(Review review, Recommendation recommendation) {
		return review.recommendation().filter(recommendation::equals).isPresent();
	}

}
