package org.calltolocalaction.forms.expression;

import java.util.Set;

/**
 * A condition that holds only where it is exactly true: null, text or a failure must not
 * hide what was asked.
 */
public record Condition(Formula formula) {

	/** Stands where the author wrote no condition. */
	public static final Condition NEVER = new Condition(new Formula(context -> false, Set.of()));

	/** Stands where the author wrote that something is always so. */
	public static final Condition ALWAYS = new Condition(new Formula(context -> true, Set.of()));

	/** Whether it holds at this place. */
	public boolean holds(Scope scope) {
		return Boolean.TRUE.equals(formula.in(scope));
	}

	/** What it depends on. */
	public Set<String> names() {
		return formula.names();
	}

}
