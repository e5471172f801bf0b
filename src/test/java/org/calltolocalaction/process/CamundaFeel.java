package org.calltolocalaction.process;

import org.calltolocalaction.forms.FeelExpressions;

/** Lends the engine's FEEL to tests of modules that must not know the engine. */
public final class CamundaFeel {

	private static final FeelExpressions EXPRESSIONS = new CamundaFeelExpressions();

	private CamundaFeel() {
	}

	/** The same expressions as in the running desk. */
	public static FeelExpressions expressions() {
		return EXPRESSIONS;
	}

}
