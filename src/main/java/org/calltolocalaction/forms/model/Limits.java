package org.calltolocalaction.forms.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.calltolocalaction.forms.expression.Formula;
import org.calltolocalaction.forms.expression.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a field as its author wrote them: fixed, or worked out from other
 * answers.
 *
 * @param fixed what does not change
 * @param computed by the name of the limit: min, max, minLength, maxLength
 */
public record Limits(Constraints fixed, Map<String, Formula> computed) {

	// A length beyond this is no limit that anybody can reach.
	private static final BigDecimal LONGEST = BigDecimal.valueOf(20_000);

	/**
	 * The limits for these answers; an expression without a number as its result limits
	 * nothing.
	 */
	Constraints in(Scope scope) {
		return computed.isEmpty() ? fixed
				: new Constraints(fixed.required(), length("minLength", scope, fixed.minLength()),
						length("maxLength", scope, fixed.maxLength()), fixed.pattern(), fixed.textKind(),
						number("min", scope, fixed.min()), number("max", scope, fixed.max()), fixed.decimalDigits(),
						fixed.increment(), fixed.disallowPassedDates());
	}

	/** What the limits depend on. */
	Set<String> names() {
		Set<String> names = new HashSet<>();
		computed.values().forEach(formula -> names.addAll(formula.names()));
		return names;
	}

	// Lengths are whole numbers, so "more than 2.5" is "3 or more" and "less than 2.5" is
	// "2 or less".
	private @Nullable Integer length(String name, Scope scope, @Nullable Integer otherwise) {
		if (!computed.containsKey(name)) {
			return otherwise;
		}
		BigDecimal length = number(name, scope, null);
		if (length == null) {
			return null;
		}
		BigDecimal within = length.max(BigDecimal.ZERO).min(LONGEST);
		return within.setScale(0, name.equals("minLength") ? RoundingMode.CEILING : RoundingMode.FLOOR).intValue();
	}

	private @Nullable BigDecimal number(String name, Scope scope, @Nullable BigDecimal otherwise) {
		if (!computed.containsKey(name)) {
			return otherwise;
		}
		Object result = computed.get(name).in(scope);
		if (result instanceof BigDecimal number) {
			return number;
		}
		// JavaScript compares with a text of digits as with the number.
		return result instanceof String text && text.strip().matches("[+-]?\\d{1,30}(\\.\\d{1,30})?")
				? new BigDecimal(text.strip()) : null;
	}

}
