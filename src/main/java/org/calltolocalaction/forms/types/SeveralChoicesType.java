package org.calltolocalaction.forms.types;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
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
 * Any of a list. A list of tags is shown as small boxes: a search field would need
 * JavaScript.
 */
final class SeveralChoicesType implements FieldType {

	private final boolean small;

	SeveralChoicesType(boolean small) {
		this.small = small;
	}

	@Override
	public @Nullable Object bind(String path, MultiValueMap<String, String> posted) {
		List<String> sent = posted.getOrDefault(path, List.of())
			.stream()
			.filter(Objects::nonNull)
			.filter(code -> !code.isEmpty())
			.distinct()
			.toList();
		return sent.isEmpty() ? null : sent;
	}

	@Override
	public boolean accepts(Object stored) {
		return stored instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
	}

	@Override
	public ParsedValue read(Field field, Object stored) {
		List<?> codes = List.copyOf(new LinkedHashSet<>((List<?>) stored));
		return codes.isEmpty() ? ParsedValue.UNANSWERED : ParsedValue.of(codes);
	}

	@Override
	public void check(Field field, Object value, Findings findings) {
		List<?> codes = (List<?>) value;
		Integer most = field.rules().maxChoices();
		if (OfferedOptions.requireOffered(field, codes, findings) && most != null && codes.size() > most) {
			findings.add(field, "forms.error.too-many", most, codes.size());
		}
	}

	@Override
	public Object unanswered() {
		return List.of();
	}

	@Override
	public int ceiling(Field field) {
		return OfferedOptions.LONGEST_CODE;
	}

	@Override
	public String missingKey() {
		return "forms.error.missing.choices";
	}

	@Override
	public FormView.Item item(Field field, FormView.Frame frame, @Nullable Object stored, FormContext context) {
		List<?> chosen = stored == null ? List.of() : (List<?>) stored;
		return new FormView.Choices(frame, "checkboxes", small, OfferedOptions.choices(field, chosen, context));
	}

	@Override
	public FormSummary.Answer shown(Field field, Object value, FormContext context) {
		return new FormSummary.Answer("list", OfferedOptions.labels(field, (List<?>) value, context), false);
	}

	@Override
	public List<FormView.Kept> kept(Field field, Object stored) {
		return ((List<?>) stored).stream().map(code -> new FormView.Kept(field.path(), (String) code)).toList();
	}

}
