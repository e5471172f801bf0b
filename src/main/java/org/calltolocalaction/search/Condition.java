package org.calltolocalaction.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition in SQL, which a list makes of what was asked. What a person typed is among
 * its parameters only, never in its text.
 */
public record Condition(String sql, List<Object> parameters) {

	public Condition {
		parameters = List.copyOf(parameters);
	}

	public static Condition of(String sql, Object... parameters) {
		return new Condition(sql, List.of(parameters));
	}

	/** What is not known does not meet the condition, so that it meets its opposite. */
	public Condition negated() {
		return new Condition("not coalesce((" + sql + "), false)", parameters);
	}

	public static Condition all(Collection<Condition> conditions) {
		return joined(conditions, " and ");
	}

	public static Condition any(Collection<Condition> conditions) {
		return joined(conditions, " or ");
	}

	private static Condition joined(Collection<Condition> conditions, String word) {
		List<Object> parameters = new ArrayList<>();
		conditions.forEach(condition -> parameters.addAll(condition.parameters()));
		return new Condition(
				conditions.stream().map(condition -> "(" + condition.sql() + ")").collect(Collectors.joining(word)),
				parameters);
	}

}
