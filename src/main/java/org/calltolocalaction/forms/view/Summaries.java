package org.calltolocalaction.forms.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.FormSummary.Answer;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.forms.expression.PlainValues;
import org.calltolocalaction.forms.model.EvaluatedForm;
import org.calltolocalaction.forms.model.Field;
import org.calltolocalaction.forms.model.Form;
import org.calltolocalaction.forms.model.ParsedValue;
import org.calltolocalaction.forms.model.Part;
import org.calltolocalaction.kernel.text.Numbers;

/** Prepares a filled form for somebody who reads it. */
public final class Summaries {

	private final EvaluatedForm evaluated;

	private final FormContext context;

	private final Reader reader;

	private Summaries(EvaluatedForm evaluated, FormContext context, Reader reader) {
		this.evaluated = evaluated;
		this.context = context;
		this.reader = reader;
	}

	/**
	 * What this reader may read of the answers; a section of which nothing is left is
	 * left out.
	 */
	public static FormSummary summary(Form form, Answers answers, FormContext context, Reader reader) {
		EvaluatedForm evaluated = EvaluatedForm.of(form, answers, context.options());
		Summaries summaries = new Summaries(evaluated, context, reader);
		List<FormSummary.Section> sections = form.sections()
			.stream()
			.filter(evaluated::shows)
			.map(section -> new FormSummary.Section(section.id(),
					Sections.title(evaluated, section, context.locale(), reader),
					summaries.rows(evaluated.partsOf(section), "")))
			.filter(section -> !section.rows().isEmpty())
			.toList();
		return new FormSummary(form.id(), sections, null);
	}

	/** The rows of a summary; the answers of a list's row say in which row they stand. */
	private List<FormSummary.Row> rows(List<Part> parts, String where) {
		List<FormSummary.Row> rows = new ArrayList<>();
		for (Part part : parts.stream().filter(Part::shown).toList()) {
			if (part instanceof Part.Box box) {
				rows.addAll(rows(box.parts(), where));
			}
			else if (part instanceof Part.Rows list) {
				String name = list.wording().text("row", context.locale()) == null
						? list.wording().name(context.locale()) : list.wording().text("row", context.locale());
				list.rows()
					.forEach(row -> rows.addAll(rows(row.parts(), where + " (" + name + " " + row.number() + ")")));
			}
			else if (part instanceof Field field && field.rules().audience().mayBeReadBy(reader)) {
				row(field, where).ifPresent(rows::add);
			}
			else if (part instanceof Part.Value value && value.component().rules().audience().mayBeReadBy(reader)) {
				row(value, where).ifPresent(rows::add);
			}
		}
		return rows;
	}

	private Optional<FormSummary.Row> row(Field field, String where) {
		Answer answer = Optional.ofNullable(evaluated.stored(field.path()))
			.filter(field.type()::accepts)
			.filter(stored -> saysSomething(field, stored))
			.map(stored -> field.type().shown(field, stored, context))
			.orElse(Boolean.FALSE.equals(field.type().unanswered()) ? Answer.NO : Answer.NONE);
		if ((answer == Answer.NONE || answer == Answer.NO) && reader == Reader.PUBLIC) {
			return Optional.empty();
		}
		return Optional.of(new FormSummary.Row(field.path(), field.anchor(),
				field.wording().name(context.locale()) + where, answer, context.notesOn(field.path())));
	}

	// A value that was worked out is shown where its author gave it a name.
	private Optional<FormSummary.Row> row(Part.Value value, String where) {
		Optional<String> name = value.wording().anyName(context.locale());
		if (name.isEmpty() || value.value() == null) {
			return Optional.empty();
		}
		String text = value.value() instanceof BigDecimal number ? Numbers.of(number, context.locale())
				: PlainValues.text(value.value());
		return Optional.of(new FormSummary.Row(value.path(), value.path().replace('.', '-'), name.get() + where,
				new Answer("text", List.of(text), false), context.notesOn(value.path())));
	}

	private static boolean saysSomething(Field field, Object stored) {
		ParsedValue reading = field.type().read(field, stored);
		return reading.isAnswered() || reading.isUnreadable();
	}

}
