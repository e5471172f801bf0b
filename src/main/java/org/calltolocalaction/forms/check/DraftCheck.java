package org.calltolocalaction.forms.check;

import java.util.List;
import java.util.Map;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.Validation;
import org.calltolocalaction.forms.model.EvaluatedForm;
import org.calltolocalaction.forms.model.Field;
import org.calltolocalaction.forms.model.Findings;
import org.calltolocalaction.forms.model.Form;
import org.calltolocalaction.forms.model.ParsedValue;
import org.calltolocalaction.forms.model.Part;
import org.calltolocalaction.forms.model.Repeated;

/**
 * What may be stored even in a draft. A draft may be incomplete and wrong, but not a
 * flood, not characters that no file or database takes, and not codes that no page
 * offered.
 */
public final class DraftCheck {

	private DraftCheck() {
	}

	/** Checks a draft; its answers are returned as they are. */
	public static Validation check(Form form, Answers answers, FormContext context) {
		EvaluatedForm evaluated = EvaluatedForm.of(form, answers, context.options());
		Findings findings = new Findings(context);
		for (Part.Rows list : evaluated.lists()) {
			answers.value(list.path()).ifPresent(stored -> isStorable(list, stored, findings));
		}
		for (Field field : evaluated.fields()) {
			answers.value(field.path()).ifPresent(stored -> {
				if (isStorable(field, stored, findings) && field.hasChoices()) {
					ParsedValue reading = field.type().read(field, stored);
					if (reading.isAnswered() && !codesOffered(field, reading.value(), context)) {
						findings.add(field, "forms.error.unknown-option");
					}
				}
			});
		}
		return new Validation(findings.inOrderOf(evaluated.paths()), answers);
	}

	/** Notes what keeps the rows of a list from being stored. */
	static boolean isStorable(Part.Rows list, Object stored, Findings findings) {
		if (!(stored instanceof List<?> rows) || !rows.stream().allMatch(Map.class::isInstance)) {
			findings.add(list, "forms.error.unreadable");
			return false;
		}
		if (rows.size() > Repeated.MOST_ROWS) {
			findings.add(list, "forms.error.too-many-rows", Repeated.MOST_ROWS, rows.size());
			return false;
		}
		return true;
	}

	/** Notes what keeps a value from being stored. */
	static boolean isStorable(Field field, Object stored, Findings findings) {
		if (!field.type().accepts(stored)) {
			findings.add(field, !field.hasChoices() ? "forms.error.unreadable" : "forms.error.unknown-option");
			return false;
		}
		int length = length(stored);
		int ceiling = field.type().ceiling(field);
		if (!field.hasChoices() && length > ceiling) {
			findings.add(field, "forms.error.too-large", ceiling, length);
			return false;
		}
		if (hasUnprintable(stored)) {
			findings.add(field, "forms.error.control-characters");
			return false;
		}
		return true;
	}

	private static boolean codesOffered(Field field, Object value, FormContext context) {
		List<?> codes = value instanceof List<?> list ? list : List.of(value);
		return field.options(context).stream().map(option -> (Object) option.value()).toList().containsAll(codes);
	}

	private static int length(Object stored) {
		if (stored instanceof List<?> lines) {
			return lines.stream().mapToInt(line -> length(line) + 1).sum();
		}
		return stored instanceof String text ? text.length() : 0;
	}

	private static boolean hasUnprintable(Object stored) {
		if (stored instanceof List<?> lines) {
			return lines.stream().anyMatch(DraftCheck::hasUnprintable);
		}
		if (stored instanceof Map<?, ?> file) {
			return file.values().stream().anyMatch(DraftCheck::hasUnprintable);
		}
		return stored instanceof String text && text.codePoints().anyMatch(DraftCheck::isUnprintable);
	}

	// PostgreSQL refuses NUL, XML refuses the other control characters, and halves of
	// surrogate pairs are no UTF-8.
	private static boolean isUnprintable(int codePoint) {
		return Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\t'
				|| codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE || codePoint == 0xFFFE
				|| codePoint == 0xFFFF;
	}

}
