package org.calltolocalaction.coordination.web.edition;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.calltolocalaction.coordination.web.TypedReason;
import org.calltolocalaction.editions.criteria.Criteria;
import org.calltolocalaction.editions.criteria.Criterion;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.validation.Errors;

/**
 * By what an edition's pledges are to be judged, as it was chosen.
 *
 * @param version the one that was looked at when it was chosen, as the page sent it
 * @param weights by the criterion's name; 0 is not asked
 */
record CriteriaForm(@As(Text.IDENTIFIER) String version, Map<String, String> weights, @As(Text.PROSE) String reason) {

	CriteriaForm {
		// Whatever binds a form puts the weights into it one by one.
		weights = weights == null ? new HashMap<>() : new HashMap<>(weights);
		reason = reason == null ? "" : reason;
	}

	static CriteriaForm of(Criteria criteria) {
		return new CriteriaForm(String.valueOf(criteria.version()), weights(criteria.weights()), "");
	}

	/** How much each weighs, as the form sends it. */
	static Map<String, String> weights(Map<Criterion, Integer> asked) {
		return Arrays.stream(Criterion.values())
			.collect(Collectors.toMap(Criterion::name, criterion -> String.valueOf(asked.getOrDefault(criterion, 0))));
	}

	/** The version that was looked at; what is no number is none there ever was. */
	int seen() {
		return version != null && version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
	}

	/** Those that are to be asked; what is no weight is not asked. */
	Map<Criterion, Integer> chosen() {
		return chosen(weights);
	}

	static Map<Criterion, Integer> chosen(Map<String, String> weights) {
		Map<Criterion, Integer> chosen = new EnumMap<>(Criterion.class);
		for (Criterion criterion : Criterion.values()) {
			String weight = weights.getOrDefault(criterion.name(), "");
			if (weight.matches("[1-" + Criteria.HEAVIEST + "]")) {
				chosen.put(criterion, Integer.valueOf(weight));
			}
		}
		return chosen;
	}

	void check(Errors errors) {
		if (chosen().isEmpty()) {
			errors.rejectValue("weights", "coordination.criteria.missing");
		}
		TypedReason.check(reason, "coordination.criteria.reason.missing", errors);
	}

}
