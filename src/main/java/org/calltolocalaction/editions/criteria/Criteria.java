package org.calltolocalaction.editions.criteria;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.EditionYear;

/**
 * One version of an edition's criteria, which never changes: a judgement is read by the
 * version under which it was made.
 *
 * @param weights of those that are asked, in the order of the form
 */
public record Criteria(EditionYear edition, int version, Map<Criterion, Integer> weights) {

	/**
	 * The heaviest that a criterion can weigh; the lightest is 1, and what weighs nothing
	 * is not asked.
	 */
	public static final int HEAVIEST = 5;

	public Criteria {
		if (weights.isEmpty() || !weights.values().stream().allMatch(weight -> weight >= 1 && weight <= HEAVIEST)) {
			throw new IllegalArgumentException("Criteria weigh from 1 to " + HEAVIEST + ", not " + weights);
		}
		weights = Collections.unmodifiableMap(new EnumMap<>(weights));
	}

	/**
	 * What an edition begins with: everything is asked, and nothing counts for more than
	 * the rest.
	 */
	static Criteria first(EditionYear edition) {
		return new Criteria(edition, 1,
				Arrays.stream(Criterion.values()).collect(Collectors.toMap(criterion -> criterion, criterion -> 1)));
	}

	/** How much the criterion counts; nothing where it is not asked. */
	public int weightOf(Criterion criterion) {
		return weights.getOrDefault(criterion, 0);
	}

}
