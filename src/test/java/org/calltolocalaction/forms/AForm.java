package org.calltolocalaction.forms;

/**
 * Lets tests of other modules have a form that asks for something else than those on
 * disk.
 */
public final class AForm {

	private AForm() {
	}

	/** One text that has something standing there before anybody answered. */
	public static FormDefinition withStandingText(String key, String standing) {
		return Given.aFormOf(Given.field("textfield", key, "'defaultValue':'" + standing + "'"));
	}

}
