package org.calltolocalaction.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Terms of which one has to hold; mostly there is one alone. */
public record Choice(List<SearchTerm> any) {

	public Choice {
		any = List.copyOf(any);
	}

	/**
	 * What it asks, in SQL; nothing where none of its terms asks anything.
	 * @param inSql what the list makes of one criterion; empty for one that says nothing
	 */
	public Optional<SqlCondition> condition(Function<SearchCriterion, Optional<SqlCondition>> inSql) {
		List<SqlCondition> conditions = any.stream()
			.map(term -> term.condition(inSql))
			.flatMap(Optional::stream)
			.toList();
		return conditions.isEmpty() ? Optional.empty() : Optional.of(SqlCondition.any(conditions));
	}

}
