package org.calltolocalaction.forms.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.calltolocalaction.forms.FeelExpression;
import org.jspecify.annotations.Nullable;

/**
 * An expression that is worked out once for the same values: a page asks for the same
 * conditions again and again, and the engine builds all its functions anew for each
 * answer.
 */
public final class RememberedResults implements FeelExpression {

	// Conditions look at choices; whatever has more values than this is not worth
	// remembering.
	private static final int MOST = 64;

	private static final Set<String> CLOCK = Set.of("now", "today");

	private final FeelExpression expression;

	private final List<String> names;

	private final Map<List<Object>, Optional<Object>> results = new ConcurrentHashMap<>();

	private RememberedResults(FeelExpression expression, Set<String> names) {
		this.expression = expression;
		this.names = List.copyOf(names);
	}

	/** The same expression, remembering unless it asks for the time. */
	public static FeelExpression of(FeelExpression expression, Set<String> names) {
		return names.stream().anyMatch(CLOCK::contains) ? expression : new RememberedResults(expression, names);
	}

	@Override
	public @Nullable Object evaluate(Map<String, Object> context) {
		List<Object> values = new ArrayList<>();
		for (String name : names) {
			Object value = context.get(name);
			if (!isWorthRemembering(value)) {
				return expression.evaluate(context);
			}
			values.add(Optional.ofNullable(value));
		}
		Optional<Object> known = results.get(values);
		if (known == null) {
			known = Optional.ofNullable(expression.evaluate(context));
			if (results.size() < MOST) {
				results.put(List.copyOf(values), known);
			}
		}
		return known.orElse(null);
	}

	private static boolean isWorthRemembering(@Nullable Object value) {
		return value == null || value instanceof String || value instanceof Boolean || value instanceof OfferedList;
	}

}
