package org.calltolocalaction.reviews.offline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.editions.criteria.Criterion;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormView;
import org.calltolocalaction.forms.FormView.Choice;
import org.calltolocalaction.forms.FormView.Frame;
import org.calltolocalaction.forms.FormView.Item;
import org.calltolocalaction.reviews.judgement.ReviewForm;
import org.springframework.stereotype.Component;

/**
 * The columns of the spreadsheet: whatever the review form asks once and in one cell,
 * read from the form itself, so that a criterion more or less needs nothing here. Lists
 * of rows, such as comments on single answers, are left to the page.
 */
@Component
class SheetQuestions {

	private final ReviewForm form;

	private final Clock clock;

	SheetQuestions(ReviewForm form, Clock clock) {
		this.form = form;
		this.clock = clock;
	}

	/** Those of reviews that are made by these criteria. */
	List<SheetQuestion> in(Locale language, Set<Criterion> criteria) {
		Set<String> notAsked = Arrays.stream(Criterion.values())
			.filter(criterion -> !criteria.contains(criterion))
			.flatMap(criterion -> Stream.of(criterion.key(), criterion.commentKey()))
			.collect(Collectors.toSet());
		return in(language).stream().filter(question -> !notAsked.contains(question.name())).toList();
	}

	/**
	 * All that the form can ask: answers to criteria that are not the edition's are left
	 * out when a row is judged.
	 */
	List<SheetQuestion> in(Locale language) {
		// On paper everything is asked.
		FormContext context = new FormContext(language, Map.of("pledgeAnswers", List.of(), "criteria", List.of()),
				LocalDate.now(clock));
		return form.definition()
			.printed(context)
			.sections()
			.stream()
			.flatMap(section -> section.items().stream())
			.flatMap(SheetQuestions::questions)
			.toList();
	}

	private static Stream<SheetQuestion> questions(Item item) {
		if (item instanceof FormView.Choices choices && !choices.control().equals("checkboxes")) {
			return Stream.of(question(choices.frame(), choices.choices()));
		}
		if (item instanceof FormView.TextArea area) {
			return Stream.of(question(area.frame(), List.of()));
		}
		if (item instanceof FormView.TextBox box) {
			return Stream.of(question(box.frame(), List.of()));
		}
		if (item instanceof FormView.Nested nested) {
			return nested.items().stream().flatMap(SheetQuestions::questions);
		}
		if (item instanceof FormView.Beside beside) {
			return beside.cells().stream().flatMap(cell -> questions(cell.item()));
		}
		return Stream.empty();
	}

	private static SheetQuestion question(Frame frame, List<Choice> choices) {
		return new SheetQuestion(frame.name(), frame.label(), frame.hint(), choices);
	}

}
