package org.calltolocalaction.forms.types;

import java.util.List;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.FormView;
import org.calltolocalaction.forms.model.Field;
import org.calltolocalaction.forms.model.FieldType;
import org.calltolocalaction.forms.model.Findings;
import org.calltolocalaction.forms.model.ParsedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** One of a list. */
final class SingleChoiceType implements FieldType {

	private final String control;

	SingleChoiceType(String control) {
		this.control = control;
	}

	@Override
	public @Nullable Object bind(String path, MultiValueMap<String, String> posted) {
		return BrowserInput.first(posted, path);
	}

	@Override
	public boolean accepts(Object stored) {
		return stored instanceof String;
	}

	@Override
	public ParsedValue read(Field field, Object stored) {
		return ((String) stored).isEmpty() ? ParsedValue.UNANSWERED : ParsedValue.of(stored);
	}

	@Override
	public void check(Field field, Object value, Findings findings) {
		OfferedOptions.requireOffered(field, List.of(value), findings);
	}

	@Override
	public @Nullable Object unanswered() {
		return null;
	}

	@Override
	public int ceiling(Field field) {
		return OfferedOptions.LONGEST_CODE;
	}

	@Override
	public String missingKey() {
		return "forms.error.missing.choice";
	}

	@Override
	public FormView.Item item(Field field, FormView.Frame frame, @Nullable Object stored, FormContext context) {
		List<Object> chosen = stored == null ? List.of() : List.of(stored);
		return new FormView.Choices(frame, control, false, OfferedOptions.choices(field, chosen, context));
	}

	@Override
	public FormSummary.Answer shown(Field field, Object value, FormContext context) {
		return new FormSummary.Answer("text", OfferedOptions.labels(field, List.of(value), context), false);
	}

	@Override
	public List<FormView.Kept> kept(Field field, Object stored) {
		return BrowserInput.kept(field.path(), (String) stored);
	}

}
