package org.calltolocalaction.forms.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.Validation;
import org.calltolocalaction.forms.model.EvaluatedForm;
import org.calltolocalaction.forms.model.Field;
import org.calltolocalaction.forms.model.Findings;
import org.calltolocalaction.forms.model.Form;
import org.calltolocalaction.forms.model.Group;
import org.calltolocalaction.forms.model.ParsedValue;
import org.calltolocalaction.forms.model.Part;
import org.calltolocalaction.forms.model.Prose;

/**
 * Checks answers as they must be to be submitted, one after the other and then against
 * each other.
 */
public final class SubmissionCheck {

	private final EvaluatedForm evaluated;

	private final Findings findings;

	private Answers cleaned = Answers.empty();

	private SubmissionCheck(EvaluatedForm evaluated, FormContext context) {
		this.evaluated = evaluated;
		this.findings = new Findings(context);
	}

	/**
	 * Checks everything that is asked; what is hidden, disabled or unknown to the form is
	 * dropped.
	 */
	public static Validation check(Form form, Answers given, FormContext context) {
		return check(EvaluatedForm.of(form, given, context.options()), context);
	}

	/** Checks a form that was laid out already. */
	public static Validation check(EvaluatedForm evaluated, FormContext context) {
		SubmissionCheck check = new SubmissionCheck(evaluated, context);
		List<Field> asked = evaluated.fields().stream().filter(Field::asked).toList();
		evaluated.lists().stream().filter(Part.Rows::shown).forEach(check::checkRows);
		asked.forEach(check::checkAlone);
		asked.forEach(check::checkOrder);
		asked.forEach(check::checkFuture);
		check.checkAlternatives(evaluated.parts());
		evaluated.values()
			.stream()
			.filter(Part.Value::shown)
			.forEach(value -> check.cleaned = check.cleaned.with(value.path(), value.value()));
		return new Validation(check.findings.inOrderOf(evaluated.paths()), check.cleaned);
	}

	// The rows are laid out first: a row in which nothing is answered is a row all the
	// same, as in form-js.
	private void checkRows(Part.Rows list) {
		Object stored = evaluated.stored(list.path());
		if (stored == null) {
			return;
		}
		if (DraftCheck.isStorable(list, stored, findings)) {
			cleaned = cleaned.with(list.path(), list.rows().stream().map(row -> Map.of()).toList());
		}
		else {
			cleaned = cleaned.with(list.path(), stored);
		}
	}

	private void checkAlone(Field field) {
		Object stored = evaluated.stored(field.path());
		if (stored == null) {
			checkMissing(field);
			return;
		}
		cleaned = cleaned.with(field.path(), stored);
		if (!DraftCheck.isStorable(field, stored, findings)) {
			return;
		}
		ParsedValue reading = field.type().read(field, stored);
		if (reading.isUnreadable()) {
			findings.add(field, reading.problem(), reading.args().toArray());
		}
		else if (reading.isAnswered()) {
			field.type().check(field, reading.value(), findings);
		}
		else {
			checkMissing(field);
		}
		if (!findings.concern(field)) {
			cleaned = cleaned.with(field.path(),
					reading.isAnswered() ? field.type().stored(field, reading.value(), findings.context()) : null);
		}
	}

	private void checkMissing(Field field) {
		if (!field.required()) {
			return;
		}
		String sentence = field.wording().text("missing", findings.context().locale());
		if (sentence == null) {
			findings.add(field, field.type().missingKey());
		}
		else {
			findings.addSentence(field, sentence);
		}
	}

	private void checkOrder(Field field) {
		if (field.rules().notBefore() == null || findings.concern(field)) {
			return;
		}
		String place = field.scope().prefix() + field.rules().notBefore();
		Field other = evaluated.field(place).orElse(null);
		if (other == null || findings.concern(other)) {
			return;
		}
		LocalDate earliest = cleaned.date(other.path()).orElse(LocalDate.MIN);
		if (cleaned.date(field.path()).orElse(LocalDate.MAX).isBefore(earliest)) {
			findings.add(field, "forms.error.not-before", other.wording().name(findings.context().locale()));
		}
	}

	// What is under way has begun.
	private void checkFuture(Field field) {
		LocalDate today = findings.context().today();
		if (findings.concern(field) || !field.rules().notFutureWhen().holds(field.scope())
				|| !cleaned.date(field.path()).orElse(LocalDate.MIN).isAfter(today)) {
			return;
		}
		String sentence = field.wording().text("future", findings.context().locale());
		if (sentence == null) {
			findings.add(field, "forms.error.future");
		}
		else {
			findings.addMistake(field, sentence);
		}
	}

	private void checkAlternatives(List<Part> parts) {
		for (Part part : parts.stream().filter(Part::shown).toList()) {
			if (part instanceof Part.Box box) {
				List<String> paths = box.component() instanceof Group group ? group.requireOneOf() : List.of();
				checkAlternatives(paths, box);
				checkAlternatives(box.parts());
			}
			else if (part instanceof Part.Rows rows) {
				rows.rows().forEach(row -> checkAlternatives(row.parts()));
			}
			else if (part.component() instanceof Prose prose) {
				checkAlternatives(prose.requireOneOf(), part);
			}
		}
	}

	private void checkAlternatives(List<String> paths, Part where) {
		List<Field> asked = paths.stream()
			.map(path -> evaluated.field(where.scope().prefix() + path))
			.flatMap(Optional::stream)
			.filter(Field::asked)
			.toList();
		boolean answered = asked.stream().anyMatch(field -> cleaned.value(field.path()).isPresent());
		if (asked.isEmpty() || answered) {
			return;
		}
		Locale locale = findings.context().locale();
		String sentence = where.wording().text("missing", locale);
		if (sentence != null) {
			findings.addSentence(asked.get(0), sentence);
			return;
		}
		List<String> names = new ArrayList<>(asked.stream().map(field -> field.wording().name(locale)).toList());
		findings.add(asked.get(0), "forms.error.one-of", String.join("; ", names));
	}

}
