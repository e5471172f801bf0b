package org.calltolocalaction.forms.model;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** What form-js itself checks of a field. Null means: not limited. */
public record Constraints(boolean required, Integer minLength, Integer maxLength, Pattern pattern, TextKind textKind,
		BigDecimal min, BigDecimal max, Integer decimalDigits, BigDecimal increment, boolean disallowPassedDates) {

	/** What form-js calls the type of validation. */
	public enum TextKind {

		/** Any text. */
		ANY,

		/** An email address. */
		EMAIL,

		/** A telephone number with its country. */
		PHONE

	}

}
