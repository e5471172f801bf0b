package org.calltolocalaction.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition as the form's author wrote it, parsed once because it is asked on every
 * page view.
 */
@FunctionalInterface
public interface FeelExpression {

	/**
	 * The result as plain Java (String, BigDecimal, Boolean, List, Map); null where FEEL
	 * has none. Never throws.
	 */
	@Nullable Object evaluate(Map<String, Object> context);

}
