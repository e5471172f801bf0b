package org.calltolocalaction.forms.expression;

import java.util.Set;
import org.calltolocalaction.forms.FeelExpression;
import org.jspecify.annotations.Nullable;

/**
 * An expression together with the names that stand in it, by which one tells what it
 * depends on.
 *
 * @param names every word of the expression that could name an answer: too many rather
 * than too few
 */
public record Formula(FeelExpression expression, Set<String> names) {

	/** Copies the names, so that a form stays as it was read, and remembers results. */
	public Formula {
		names = Set.copyOf(names);
		expression = RememberedResults.of(expression, names);
	}

	/** The result at a place of the form; null where there is none. */
	public @Nullable Object in(Scope scope) {
		return expression.evaluate(scope.names());
	}

}
