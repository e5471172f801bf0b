package org.calltolocalaction.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition in SQL, which a list makes of what was asked. What a person typed is among
 * its parameters only, never in its text.
 *
 * @param decided whether each line meets it or does not, and none of them neither
 */
public record SqlCondition(String sql, List<Object> parameters, boolean decided) {

	public SqlCondition {
		parameters = List.copyOf(parameters);
	}

	public SqlCondition(String sql, List<Object> parameters) {
		this(sql, parameters, false);
	}

	public static SqlCondition of(String sql, Object... parameters) {
		return new SqlCondition(sql, List.of(parameters));
	}

	/** That there is something, which is never unknown. */
	public static SqlCondition exists(String query, Object... parameters) {
		return new SqlCondition("exists (" + query + ")", List.of(parameters), true);
	}

	/** What is not known does not meet the condition, so that it meets its opposite. */
	public SqlCondition negated() {
		if (decided) {
			return new SqlCondition("not " + sql, parameters, true);
		}
		return new SqlCondition("not coalesce((" + sql + "), false)", parameters);
	}

	public static SqlCondition all(Collection<SqlCondition> conditions) {
		return joined(conditions, " and ");
	}

	public static SqlCondition any(Collection<SqlCondition> conditions) {
		return joined(conditions, " or ");
	}

	private static SqlCondition joined(Collection<SqlCondition> conditions, String word) {
		List<Object> parameters = new ArrayList<>();
		conditions.forEach(condition -> parameters.addAll(condition.parameters()));
		return new SqlCondition(
				conditions.stream().map(condition -> "(" + condition.sql() + ")").collect(Collectors.joining(word)),
				parameters);
	}

}
