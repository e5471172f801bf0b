package org.calltolocalaction.forms.model;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.Option;
import org.calltolocalaction.forms.expression.Formula;
import org.calltolocalaction.forms.expression.PlainValues;
import org.calltolocalaction.forms.expression.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Where a field's options come from: a list that the caller supplies under a name, the
 * form itself, or an expression. Exactly one of the three is given.
 */
public record Choices(@Nullable String valuesKey, List<String> values, @Nullable Formula formula) {

	/** The options in the reader's language, for these answers. */
	public List<Option> options(ComponentTexts wording, FormContext context, Scope scope) {
		if (valuesKey != null) {
			return context.optionsNamed(valuesKey);
		}
		if (formula != null) {
			return worked(formula.in(scope));
		}
		Locale locale = context.locale();
		return values.stream().map(value -> new Option(value, wording.required("values." + value, locale))).toList();
	}

	/** What the options depend on. */
	Set<String> names() {
		return formula == null ? Set.of() : formula.names();
	}

	// As form-js takes them: a bare value is its own label, and what is neither value nor
	// label is left out.
	private static List<Option> worked(@Nullable Object result) {
		Map<String, Option> options = new LinkedHashMap<>();
		if (result instanceof List<?> list) {
			for (Object entry : list) {
				Object value = entry instanceof Map<?, ?> map ? map.get("value") : entry;
				String code = code(value);
				if (code != null) {
					Object label = entry instanceof Map<?, ?> map ? map.get("label") : null;
					options.putIfAbsent(code,
							new Option(code, label instanceof String text && !text.isEmpty() ? text : code));
				}
			}
		}
		return List.copyOf(options.values());
	}

	private static @Nullable String code(@Nullable Object value) {
		boolean simple = value instanceof String || value instanceof BigDecimal || value instanceof Boolean;
		String code = simple ? PlainValues.text(value) : "";
		return code.isEmpty() ? null : code;
	}

}
