package org.calltolocalaction.forms.model;

import java.util.List;
import java.util.Locale;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.Option;

/** Where a field's options come from: a list that the caller supplies under a name, or the form itself. */
public record Choices(String valuesKey, List<String> values) {

	/** The options in the reader's language. */
	public List<Option> options(Wording wording, FormContext context) {
		if (valuesKey != null) {
			return context.optionsNamed(valuesKey);
		}
		Locale locale = context.locale();
		return values.stream().map(value -> new Option(value, wording.text("values." + value, locale))).toList();
	}

}
