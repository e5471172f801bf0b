package org.calltolocalaction.forms.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.Validation;
import org.calltolocalaction.forms.model.Component;
import org.calltolocalaction.forms.model.Field;
import org.calltolocalaction.forms.model.Findings;
import org.calltolocalaction.forms.model.Form;
import org.calltolocalaction.forms.model.Group;
import org.calltolocalaction.forms.model.Prose;
import org.calltolocalaction.forms.model.Reading;
import org.calltolocalaction.forms.model.Visibility;
import org.calltolocalaction.forms.model.Wording;

/** Checks answers as they must be to be submitted, one after the other and then against each other. */
public final class Complete {

	private final Form form;

	private final Answers given;

	private final Visibility visibility;

	private final Findings findings;

	private Answers cleaned = Answers.empty();

	private Complete(Form form, Answers given, FormContext context) {
		this.form = form;
		this.given = given;
		this.visibility = Visibility.of(form, given);
		this.findings = new Findings(context);
	}

	/** Checks everything that is asked; what is hidden, disabled or unknown to the form is dropped. */
	public static Validation check(Form form, Answers given, FormContext context) {
		Complete check = new Complete(form, given, context);
		form.fields().stream().filter(check.visibility::asks).forEach(check::checkAlone);
		form.fields().stream().filter(check.visibility::asks).forEach(check::checkOrder);
		check.checkAlternatives(form.components());
		return new Validation(check.findings.inOrderOf(form.fields()), check.cleaned);
	}

	private void checkAlone(Field field) {
		Object stored = given.value(field.path()).orElse(null);
		if (stored == null) {
			checkMissing(field);
			return;
		}
		cleaned = cleaned.with(field.path(), stored);
		if (!Storable.isStorable(field, stored, findings)) {
			return;
		}
		Reading reading = field.type().read(field, stored);
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
			cleaned = cleaned.with(field.path(), reading.value());
		}
	}

	private void checkMissing(Field field) {
		if (!visibility.requires(field)) {
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
		Field other = form.field(field.rules().notBefore());
		if (findings.concern(other)) {
			return;
		}
		LocalDate earliest = cleaned.date(other.path()).orElse(LocalDate.MIN);
		if (cleaned.date(field.path()).orElse(LocalDate.MAX).isBefore(earliest)) {
			findings.add(field, "forms.error.not-before", other.wording().name(findings.context().locale()));
		}
	}

	private void checkAlternatives(List<Component> components) {
		for (Component component : visibility.shown(components)) {
			if (component instanceof Group group) {
				checkAlternatives(group.requireOneOf(), group.wording());
				checkAlternatives(group.components());
			}
			else if (component instanceof Prose prose) {
				checkAlternatives(prose.requireOneOf(), prose.wording());
			}
		}
	}

	private void checkAlternatives(List<String> paths, Wording wording) {
		List<Field> asked = paths.stream().map(form::field).filter(visibility::asks).toList();
		boolean answered = asked.stream().anyMatch(field -> cleaned.value(field.path()).isPresent());
		if (asked.isEmpty() || answered) {
			return;
		}
		Locale locale = findings.context().locale();
		String sentence = wording.text("missing", locale);
		if (sentence != null) {
			findings.addSentence(asked.get(0), sentence);
			return;
		}
		List<String> names = new ArrayList<>(asked.stream().map(field -> field.wording().name(locale)).toList());
		findings.add(asked.get(0), "forms.error.one-of", String.join("; ", names));
	}

}
