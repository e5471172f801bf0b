package org.calltolocalaction.forms.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.Audience;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.FormSummary.Answer;
import org.calltolocalaction.forms.model.Component;
import org.calltolocalaction.forms.model.Field;
import org.calltolocalaction.forms.model.Form;
import org.calltolocalaction.forms.model.Group;
import org.calltolocalaction.forms.model.Reading;
import org.calltolocalaction.forms.model.Visibility;

/** Prepares a filled form for somebody who reads it. */
public final class Summaries {

	private final Answers answers;

	private final FormContext context;

	private final Audience audience;

	private final Visibility visibility;

	private Summaries(Form form, Answers answers, FormContext context, Audience audience) {
		this.answers = answers;
		this.context = context;
		this.audience = audience;
		this.visibility = Visibility.of(form, answers);
	}

	/** What this audience may read of the answers; a section of which nothing is left is left out. */
	public static FormSummary summary(Form form, Answers answers, FormContext context, Audience audience) {
		Summaries summaries = new Summaries(form, answers, context, audience);
		List<FormSummary.Section> sections = Views.sections(form, summaries.visibility).stream()
				.map(section -> new FormSummary.Section(section.id(), section.title(context.locale()),
						summaries.rows(section.components())))
				.filter(section -> !section.rows().isEmpty())
				.toList();
		return new FormSummary(form.id(), sections, null);
	}

	private List<FormSummary.Row> rows(List<Component> components) {
		List<FormSummary.Row> rows = new ArrayList<>();
		for (Component component : visibility.shown(components)) {
			if (component instanceof Group group) {
				rows.addAll(rows(group.components()));
			}
			else if (component instanceof Field field && audience.mayRead(field.rules().audience())) {
				row(field).ifPresent(rows::add);
			}
		}
		return rows;
	}

	private Optional<FormSummary.Row> row(Field field) {
		Answer answer = answers.value(field.path()).filter(field.type()::accepts)
				.filter(stored -> saysSomething(field, stored))
				.map(stored -> field.type().shown(field, stored, context))
				.orElse(Boolean.FALSE.equals(field.type().unanswered()) ? Answer.NO : Answer.NONE);
		if ((answer == Answer.NONE || answer == Answer.NO) && audience == Audience.PUBLIC) {
			return Optional.empty();
		}
		return Optional.of(new FormSummary.Row(field.path(), field.anchor(),
				field.wording().name(context.locale()), answer));
	}

	private static boolean saysSomething(Field field, Object stored) {
		Reading reading = field.type().read(field, stored);
		return reading.isAnswered() || reading.isUnreadable();
	}

}
