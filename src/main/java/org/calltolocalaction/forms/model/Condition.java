package org.calltolocalaction.forms.model;

import java.util.Map;
import org.calltolocalaction.forms.FeelExpression;

/** A condition that holds only where it is exactly true: null, text or a failure must not hide what was asked. */
public record Condition(FeelExpression expression) {

	/** Stands where the author wrote no condition. */
	public static final Condition NEVER = new Condition(context -> false);

	/** Whether it holds for this data. */
	public boolean holds(Map<String, Object> data) {
		return Boolean.TRUE.equals(expression.evaluate(data));
	}

}
