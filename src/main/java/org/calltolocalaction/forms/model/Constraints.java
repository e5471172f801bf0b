package org.calltolocalaction.forms.model;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** What form-js itself checks of a field. Null means: not limited. */
public record Constraints(boolean required, Integer minLength, Integer maxLength, Pattern pattern, boolean email,
		BigDecimal min, BigDecimal max, Integer decimalDigits, BigDecimal increment, boolean disallowPassedDates) {
}
