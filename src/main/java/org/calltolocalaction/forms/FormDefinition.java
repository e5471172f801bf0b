package org.calltolocalaction.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.calltolocalaction.forms.check.Complete;
import org.calltolocalaction.forms.check.Storable;
import org.calltolocalaction.forms.model.Field;
import org.calltolocalaction.forms.model.Form;
import org.calltolocalaction.forms.view.Summaries;
import org.calltolocalaction.forms.view.Views;
import org.springframework.util.MultiValueMap;

/**
 * A form, as one file describes it: the same file asks, reads, checks and shows, so that the four cannot differ.
 *
 * <p>What is checked is what form-js 1.8.7 checks, and lengths count as it counts them: UTF-16 units of the trimmed
 * text, line breaks as one.
 */
public final class FormDefinition {

	private final Form form;

	FormDefinition(Form form) {
		this.form = form;
	}

	/** The name under which others ask for the form; its file bears the same. */
	public String id() {
		return form.id();
	}

	/** The places of all answers, in the order in which they are asked. */
	public List<String> paths() {
		return form.fields().stream().map(Field::path).toList();
	}

	/** The parts of the form, one under each heading, of which a task list can be made. */
	public List<FormPart> parts() {
		return form.parts();
	}

	/**
	 * Takes what a browser sent as it was typed: what cannot be understood is kept to be shown again, and parameters
	 * that are not of this form are left alone.
	 */
	public Answers bind(MultiValueMap<String, String> posted) {
		Answers answers = Answers.empty();
		for (Field field : form.fields()) {
			Object typed = field.disabled() ? null : field.type().bind(field.path(), posted);
			if (typed != null) {
				answers = answers.with(field.path(), typed);
			}
		}
		return answers;
	}

	/** Checks answers for submission. Those that pass are cleaned: trimmed, typed, and without what is hidden. */
	public Validation validate(Answers answers, FormContext context) {
		return Complete.check(form, answers, context);
	}

	/** Checks only what must never be stored, because a draft may be as incomplete and as wrong as its author likes. */
	public Validation checkDraft(Answers answers, FormContext context) {
		return Storable.check(form, answers, context);
	}

	/** The form to fill in, with what was typed and what is wrong with it; {@code forms/fields} draws it. */
	public FormView view(Answers answers, List<FieldError> errors, FormContext context) {
		return Views.view(form, answers, errors, context);
	}

	/** One part of the form to fill in, with what is wrong in it alone. */
	public FormView view(FormPart part, Answers answers, List<FieldError> errors, FormContext context) {
		return Views.view(form, answers, errors, context).only(part);
	}

	/** The whole form on paper, with whatever it asks under a condition; {@code forms/printed} draws it. */
	public FormView printed(FormContext context) {
		return Views.printed(form, context);
	}

	/** Answers as a browser would send them: what was cleared is an empty list, for scripts that bring pages up to date. */
	public Map<String, List<String>> parameters(Answers answers, Collection<String> paths) {
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		for (Field field : form.fields()) {
			if (paths.contains(field.path())) {
				parameters.put(field.path(), new ArrayList<>());
				answers.value(field.path())
					.filter(field.type()::accepts)
					.ifPresent(stored -> field.type()
						.kept(field, stored)
						.forEach(kept -> parameters.computeIfAbsent(kept.name(), name -> new ArrayList<>())
							.add(kept.value())));
			}
		}
		return parameters;
	}

	/** What an audience may read of the answers; {@code forms/answers} draws it. */
	public FormSummary summary(Answers answers, FormContext context, Audience audience) {
		return Summaries.summary(form, answers, context, audience);
	}

	/** What an audience is to know of two versions of the answers: each one that reads differently. */
	public List<Change> changes(Answers before, Answers after, FormContext context, Audience audience) {
		Map<String, FormSummary.Row> earlier = summary(before, context, audience).rows();
		Map<String, FormSummary.Row> later = summary(after, context, audience).rows();
		return paths().stream()
			.filter(path -> earlier.containsKey(path) || later.containsKey(path))
			.map(path -> new Change(later.getOrDefault(path, earlier.get(path)).label(), text(earlier.get(path)),
					text(later.get(path))))
			.filter(change -> !change.before().equals(change.after()))
			.toList();
	}

	private static String text(FormSummary.Row row) {
		return row == null ? "" : String.join("\n", row.answer().values());
	}

	/** The keys that a translation of this form needs: all of them, and no other. */
	Set<String> textKeys() {
		return form.textKeys();
	}

}
