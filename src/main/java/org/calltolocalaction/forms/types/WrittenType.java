package org.calltolocalaction.forms.types;

import java.util.List;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.model.Field;
import org.calltolocalaction.forms.model.FieldType;
import org.calltolocalaction.forms.model.ParsedValue;
import org.jspecify.annotations.Nullable;

/**
 * A kind of field whose short answer is written by hand and means something else than its
 * letters, as dates, times and numbers do: what is not understood is kept and shown as it
 * was written.
 */
abstract class WrittenType implements FieldType {

	private static final int MOST_CHARACTERS = 100;

	/** What was understood, as a sentence in the reader's language names it. */
	abstract String inWords(Object value, FormContext context);

	@Override
	public boolean accepts(Object stored) {
		return stored instanceof String;
	}

	@Override
	public final @Nullable Object unanswered() {
		return null;
	}

	@Override
	public final int ceiling(Field field) {
		return MOST_CHARACTERS;
	}

	@Override
	public final FormSummary.@Nullable Answer shown(Field field, Object value, FormContext context) {
		ParsedValue reading = read(field, value);
		if (reading.isAnswered()) {
			return new FormSummary.Answer("text", List.of(inWords(reading.value(), context)), false);
		}
		return reading.isUnreadable() ? new FormSummary.Answer("text", List.of((String) value), true) : null;
	}

}
