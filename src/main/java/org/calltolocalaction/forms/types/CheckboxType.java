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

/**
 * A single tick. A box that is not ticked is no answer, because browsers send nothing for
 * it.
 */
final class CheckboxType implements FieldType {

	@Override
	public @Nullable Object bind(String path, MultiValueMap<String, String> posted) {
		String sent = BrowserInput.first(posted, path);
		return "true".equals(sent) || "on".equals(sent) ? Boolean.TRUE : sent;
	}

	@Override
	public boolean accepts(Object stored) {
		return stored instanceof Boolean || "true".equals(stored) || "false".equals(stored);
	}

	@Override
	public ParsedValue read(Field field, Object stored) {
		return isYes(stored) ? ParsedValue.of(true) : ParsedValue.UNANSWERED;
	}

	@Override
	public void check(Field field, Object value, Findings findings) {
		// A tick is right in itself; whether it must be there is asked where answers are
		// missing.
	}

	@Override
	public Object unanswered() {
		return false;
	}

	@Override
	public int ceiling(Field field) {
		return 10;
	}

	@Override
	public String missingKey() {
		return "forms.error.missing.tick";
	}

	@Override
	public FormView.Item item(Field field, FormView.Frame frame, @Nullable Object stored, FormContext context) {
		return new FormView.Tick(frame, isYes(stored));
	}

	@Override
	public FormSummary.@Nullable Answer shown(Field field, Object value, FormContext context) {
		return isYes(value) ? new FormSummary.Answer("yes", List.of(), false) : null;
	}

	@Override
	public List<FormView.Kept> kept(Field field, Object stored) {
		return isYes(stored) ? BrowserInput.kept(field.path(), "true") : List.of();
	}

	private static boolean isYes(@Nullable Object stored) {
		return Boolean.TRUE.equals(stored) || "true".equals(stored);
	}

}
