package org.calltolocalaction.coordination.web;

import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/** The reason that a coordinator types for an act: asked and measured in one way. */
public final class TypedReason {

	/** How many letters it may have where nothing else is said. */
	public static final int LONGEST = 1000;

	private TypedReason() {
	}

	/**
	 * Says what is wrong with it.
	 * @param missing what is said where there is none
	 */
	public static void check(String reason, String missing, Errors errors) {
		check(reason, LONGEST, missing, errors);
	}

	/** The same with a limit of its own. */
	public static void check(String reason, int longest, String missing, Errors errors) {
		if (!StringUtils.hasText(reason)) {
			errors.rejectValue("reason", missing);
		}
		else if (reason.length() > longest) {
			errors.rejectValue("reason", "coordination.reason.long", new Object[] { longest }, null);
		}
	}

}
