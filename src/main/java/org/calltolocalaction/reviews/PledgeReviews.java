package org.calltolocalaction.reviews;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.editions.partner.PartnerChanges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.vocabulary.PartnerCode;

/**
 * The reviews of one pledge that count, and their tally. A partner that approved an
 * earlier revision is not asked again: its approval counts until the pledge is revived;
 * then all partners judge anew. One that was released from the edition counts with what
 * it said of the newest revision and with an approval, and else as not asked: nobody
 * waits for its word on what it has not read.
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
		return newest().filter(this::counts).toList();
	}

	private Stream<Review> newest() {
		return byPartner.values().stream().map(reviews -> reviews.get(reviews.size() - 1));
	}

	// Who did not approve an earlier revision was asked about the newest one, or
	// released.
	private boolean counts(Review newest) {
		return !newest.released() && (newest.revision() >= newestAsked() || recommends(newest, Recommendation.APPROVE));
	}

	private int newestAsked() {
		return newest().mapToInt(Review::revision).max().orElse(0);
	}

	/** Whether this partner's word counts, or is waited for. */
	public boolean counts(PartnerCode partner) {
		return latestPerPartner().stream().anyMatch(review -> review.partner().equals(partner));
	}

	/** Whether this partner has made the review that counts. */
	public boolean madeBy(PartnerCode partner) {
		return latestPerPartner().stream().anyMatch(review -> review.partner().equals(partner) && review.completed());
	}

	/** Whether this partner's review is open. */
	public boolean waitsFor(PartnerCode partner) {
		return open().stream().anyMatch(review -> review.partner().equals(partner));
	}

	/** Those that the pledge waits for. */
	public List<Review> open() {
		return latestPerPartner().stream().filter(Review::open).toList();
	}

	/**
	 * The partners who have to judge the pledge's newest revision: all of the edition at
	 * first and when it was revived, later those who have not approved it yet, and those
	 * who came to the edition since.
	 * @param changes never is one asked that was released
	 */
	public List<PartnerCode> partnersToAsk(Collection<PartnerCode> ofEdition, PartnerChanges changes) {
		if (byPartner.isEmpty()) {
			return List.copyOf(ofEdition);
		}
		Set<PartnerCode> known = new TreeSet<>(byPartner.keySet());
		known.addAll(changes.added());
		known.removeAll(changes.released());
		Set<PartnerCode> convinced = newest().filter(review -> recommends(review, Recommendation.APPROVE))
			.map(Review::partner)
			.collect(Collectors.toSet());
		List<PartnerCode> notConvinced = known.stream().filter(partner -> !convinced.contains(partner)).toList();
		if (!notConvinced.isEmpty()) {
			return notConvinced;
		}
		return known.isEmpty() ? List.copyOf(ofEdition) : List.copyOf(known);
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
