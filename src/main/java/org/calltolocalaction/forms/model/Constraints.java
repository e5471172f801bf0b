package org.calltolocalaction.forms.model;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What form-js itself checks of a field. Null means: not limited. */
public record Constraints(boolean required, @Nullable Integer minLength, @Nullable Integer maxLength,
		@Nullable Pattern pattern, TextKind textKind, @Nullable BigDecimal min, @Nullable BigDecimal max,
		@Nullable Integer decimalDigits, @Nullable BigDecimal increment, boolean disallowPassedDates) {

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
