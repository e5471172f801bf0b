package org.calltolocalaction.forms.model;

import org.calltolocalaction.forms.Audience;
import org.calltolocalaction.forms.expression.Condition;
import org.jspecify.annotations.Nullable;

/**
 * What the desk asks of a field beyond form-js; authors write it under the component's
 * custom properties.
 *
 * @param notBefore the path of another date, or null
 * @param notFutureWhen when a date that is still to come contradicts the other answers
 * @param audience for whom the answer is, besides whoever wrote it and the coordinators
 * @param autocomplete the HTML token by which browsers fill the field in, or null
 * @param width a GOV.UK width, or null
 */
public record Rules(@Nullable Integer maxChoices, @Nullable String notBefore, Condition notFutureWhen,
		Condition requiredWhen, Audience audience, Format format, @Nullable String autocomplete, @Nullable String width,
		boolean title) {

	/** How a text is to be understood. */
	public enum Format {

		/** As it stands. */
		PLAIN,

		/** As a web address that others will follow. */
		URL,

		/** As one entry a line. */
		LIST

	}

}
