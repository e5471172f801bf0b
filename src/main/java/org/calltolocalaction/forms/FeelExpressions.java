package org.calltolocalaction.forms;

/**
 * What forms need of a FEEL engine; the engine itself stays outside, so that this module
 * knows no vendor.
 */
public interface FeelExpressions {

	/**
	 * Reads an expression without its leading {@code =}, so that a form with a broken one
	 * is refused at start.
	 * @throws InvalidExpression where it is not FEEL
	 */
	FeelExpression parse(String expression);

	/**
	 * Says why an expression cannot be read, in the engine's words, for the form's
	 * author.
	 */
	class InvalidExpression extends RuntimeException {

		/** Keeps the reason, because it names the position of the mistake. */
		public InvalidExpression(String reason) {
			super(reason);
		}

	}

}
