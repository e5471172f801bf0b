package org.calltolocalaction.reviews.judgement;

import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.editions.criteria.Criteria;
import org.calltolocalaction.forms.Answers;

/**
 * The degree to which a pledge meets its edition's criteria in one partner's eyes. It
 * orders and explains; the recommendation alone decides.
 *
 * @param percent of the weight of all criteria: yes counts whole, partly half
 */
public record ReviewScore(int percent) {

	private static final Map<String, Integer> HALVES = Map.of("YES", 2, "PARTLY", 1, "NO", 0);

	/**
	 * Nothing where a criterion was not answered: a share of some of them could not be
	 * compared with others.
	 */
	public static Optional<ReviewScore> of(Criteria criteria, Answers judgement) {
		int reached = 0;
		int whole = 0;
		for (var weighed : criteria.weights().entrySet()) {
			Integer halves = HALVES.get(judgement.text(weighed.getKey().key()));
			if (halves == null) {
				return Optional.empty();
			}
			reached += halves * weighed.getValue();
			whole += 2 * weighed.getValue();
		}
		return Optional.of(new ReviewScore(Math.round(100f * reached / whole)));
	}

}
