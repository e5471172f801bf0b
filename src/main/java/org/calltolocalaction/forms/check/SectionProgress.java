package org.calltolocalaction.forms.check;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormSection;
import org.calltolocalaction.forms.FormSection.State;
import org.calltolocalaction.forms.model.EvaluatedForm;
import org.calltolocalaction.forms.model.Field;
import org.calltolocalaction.forms.model.Form;
import org.calltolocalaction.forms.model.ParsedValue;
import org.calltolocalaction.forms.model.Part;

/** Says section by section how far a form is filled in. */
public final class SectionProgress {

	private SectionProgress() {
	}

	/**
	 * The sections that are to be seen, each with its state and what is missing or wrong
	 * in it.
	 */
	public static List<FormSection> of(Form form, Answers answers, FormContext context) {
		EvaluatedForm evaluated = EvaluatedForm.of(form, answers, context.options());
		List<FieldError> errors = SubmissionCheck.check(evaluated, context).errors();
		return form.sections()
			.stream()
			.filter(evaluated::shows)
			.map(section -> section(evaluated, section, errors, context.locale()))
			.toList();
	}

	private static FormSection section(EvaluatedForm evaluated, Form.Section section, List<FieldError> errors,
			Locale locale) {
		Set<String> inside = Form.idsIn(section.components());
		Set<String> paths = new HashSet<>();
		evaluated.lists()
			.stream()
			.filter(list -> inside.contains(list.component().id()))
			.map(Part.Rows::path)
			.forEach(paths::add);
		List<Field> fields = evaluated.fields()
			.stream()
			.filter(field -> inside.contains(field.question().id()))
			.toList();
		fields.forEach(field -> paths.add(field.path()));
		List<FieldError> own = errors.stream().filter(error -> paths.contains(error.path())).toList();
		boolean begun = fields.stream().filter(Field::asked).anyMatch(field -> isAnswered(evaluated, field));
		List<Field> counted = fields.stream().filter(SectionProgress::isCounted).toList();
		int answered = (int) counted.stream().filter(field -> isAnswered(evaluated, field)).count();
		String title = evaluated.parts()
			.stream()
			.filter(part -> part.component() == section.group())
			.findFirst()
			.map(part -> part.wording().label(locale))
			.orElse(null);
		return new FormSection(section.id(), title, state(begun, own), own, answered, counted.size());
	}

	private static boolean isCounted(Field field) {
		boolean mayStayEmpty = Boolean.FALSE.equals(field.type().unanswered()) && !field.required();
		return field.asked() && !field.readonly() && !mayStayEmpty;
	}

	private static State state(boolean begun, List<FieldError> errors) {
		if (errors.stream().anyMatch(error -> !error.isMissing())) {
			return State.HAS_ERRORS;
		}
		return !begun ? State.NOT_STARTED : errors.isEmpty() ? State.COMPLETE : State.IN_PROGRESS;
	}

	private static boolean isAnswered(EvaluatedForm evaluated, Field field) {
		Object stored = evaluated.stored(field.path());
		if (stored == null || !field.type().accepts(stored)) {
			return stored != null;
		}
		ParsedValue reading = field.type().read(field, stored);
		return reading.isAnswered() || reading.isUnreadable();
	}

}
