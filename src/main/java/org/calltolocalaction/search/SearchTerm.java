package org.calltolocalaction.search;

import java.util.Optional;
import java.util.function.Function;

/**
 * A criterion as it was asked.
 *
 * @param negated whether what meets it is left out
 */
public record SearchTerm(SearchCriterion criterion, boolean negated) {

	Optional<SqlCondition> condition(Function<SearchCriterion, Optional<SqlCondition>> inSql) {
		return inSql.apply(criterion).map(condition -> negated ? condition.negated() : condition);
	}

}
