package org.calltolocalaction.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.forms.Given.aFormOf;
import static org.calltolocalaction.forms.Given.english;
import static org.calltolocalaction.forms.Given.everythingAnswered;
import static org.calltolocalaction.forms.Given.field;
import static org.calltolocalaction.forms.Given.pathsInError;
import static org.calltolocalaction.forms.Given.posted;
import static org.calltolocalaction.forms.Given.theFormWithEverything;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows that people add, fill in and take away. */
class RowsTests {

	private final FormDefinition form = theFormWithEverything();

	@Test
	void a_page_has_as_many_rows_as_it_says_even_if_nothing_was_typed_into_them() {
		Answers answers = form.bind(posted("people._rows", "3", "people.1.who", "Luz", "people.1.stay.from-day", "3",
				"people.1.stay.from-month", "2", "people.1.stay.from-year", "2027"));
		assertThat(answers.value("people"))
			.contains(List.of(Map.of(), Map.of("who", "Luz", "stay", Map.of("from", "2027-02-03")), Map.of()));
		assertThat(form.bind(posted("people._rows", "0")).value("people")).contains(List.of());
	}

	@Test
	void rows_count_themselves_where_no_page_counted_them() {
		Answers answers = form.bind(posted("people.1.who", "Luz", "people.1.tongues.0.tongue", "Quechua"));
		assertThat(answers.text("people.1.tongues.0.tongue")).isEqualTo("Quechua");
		assertThat(answers.value("people.0")).contains(Map.of());
		assertThat(form.bind(posted("people", "x", "people.x.who", "y", "people._rows", "-1")).keys())
			.doesNotContain("people");
	}

	@Test
	void nobody_posts_more_rows_than_a_page_offers() {
		assertThat((List<?>) form.bind(posted("people._rows", "999")).value("people").orElseThrow()).hasSize(100);
		Answers stored = Answers.of(Map.of("people", Collections.nCopies(101, Map.of("who", "x"))));
		assertThat(pathsInError(form.checkDraft(stored, english()))).containsExactly("people");
		assertThat(pathsInError(form.validate(stored, english()))).contains("people");
	}

	@Test
	void a_button_adds_a_row_and_names_where_the_focus_goes() {
		Answers typed = form.bind(posted("people._rows", "1", "people.0.who", "Luz", "_add", "people"));
		RowChange change = form.change(typed, posted("_add", "people"));
		assertThat(change.answers().value("people")).contains(List.of(Map.of("who", "Luz"), Map.of()));
		assertThat(change.anchor()).isEqualTo("people-1");
		RowChange inside = form.change(change.answers(), posted("_add", "people.1.tongues"));
		assertThat(inside.answers().value("people.1.tongues")).contains(List.of(Map.of()));
		assertThat(inside.anchor()).isEqualTo("people-1-tongues-0");
	}

	@Test
	void a_button_takes_the_row_away_that_it_stands_in() {
		RowChange change = form.change(everythingAnswered(), posted("_remove", "people.0"));
		assertThat(change.answers().text("people.0.who")).isEqualTo("Noor");
		assertThat(change.answers().value("people.1")).isEmpty();
		assertThat(change.anchor()).isEqualTo("people");
		assertThat(form.change(change.answers(), posted("_remove", "people.0")).answers().value("people"))
			.contains(List.of());
	}

	@Test
	void the_rows_that_an_empty_form_shows_are_there_when_another_is_added() {
		assertThat(form.change(Answers.empty(), posted("_add", "people")).answers().value("people"))
			.contains(List.of(Map.of(), Map.of()));
		assertThat(form.change(Answers.empty(), posted("_remove", "people.0")).answers().value("people"))
			.contains(List.of());
	}

	@Test
	void a_button_that_no_page_has_changes_nothing() {
		Answers answers = everythingAnswered();
		for (String value : List.of("", "name", "nobody", "people.0", "pair", "people.7.tongues", "people.0.who")) {
			assertThat(form.change(answers, posted("_add", value))).isEqualTo(new RowChange(answers, null));
		}
		for (String value : List.of("", "people", "people.", "people.7", "people.-1", "pair.0", "name.0",
				"people.99999999999")) {
			assertThat(form.change(answers, posted("_remove", value))).isEqualTo(new RowChange(answers, null));
		}
		assertThat(form.changesRows(posted("people.0.who", "x"))).isFalse();
		assertThat(form.changesRows(posted("_add", "people"))).isTrue();
	}

	@Test
	void a_hundred_rows_are_enough() {
		Answers full = Answers.of(Map.of("people", Collections.nCopies(100, Map.of("who", "x"))));
		assertThat(form.change(full, posted("_add", "people")).answers()).isEqualTo(full);
		assertThat(Rendering.toFillIn(form, full, List.of(), english())).doesNotContain("value=\"people\"");
	}

	@Test
	void a_new_row_begins_with_what_its_author_had_standing_there() {
		FormDefinition defaults = aFormOf(field("textfield", "a", "'defaultValue':'A'"),
				"{'type':'dynamiclist','id':'rows','label':'Rows','path':'rows','isRepeating':true,"
						+ "'defaultRepetitions':2,'allowAddRemove':true,'components':["
						+ field("checkbox", "b", "'defaultValue':true") + ","
						+ field("number", "c", "'defaultValue':1.50") + "]}");
		Answers initial = defaults.initial();
		Map<String, Object> row = Map.of("b", true, "c", 1.5);
		assertThat(initial).isEqualTo(Answers.of(Map.of("a", "A", "rows", List.of(row, row))));
		assertThat(defaults.change(initial, posted("_add", "rows")).answers())
			.isEqualTo(Answers.of(Map.of("a", "A", "rows", List.of(row, row, row))));
	}

	@Test
	void what_the_page_carries_along_for_hidden_rows_is_understood_again() {
		Answers answers = Answers.of(Map.of("rich", true, "pair", List.of(Map.of("share", "1.5"), Map.of(), Map.of())));
		List<String> sent = new ArrayList<>(List.of("rich", "true"));
		form.view(answers, List.of(), english())
			.kept()
			.forEach(kept -> sent.addAll(List.of(kept.name(), kept.value())));
		Answers again = form.bind(posted(sent.toArray(String[]::new)));
		assertThat(again.value("pair"))
			.contains(List.of(Map.of("share", Answers.of(Map.of("n", 1.5)).value("n").get()), Map.of(), Map.of()));
	}

	@Test
	void readonly_and_disabled_answers_stay_as_they_were_stored_whatever_is_sent() {
		Answers stored = everythingAnswered().with("fixed", "F").with("office", "Here");
		Answers typed = form.bind(stored, posted("code", "hacked", "fixed", "hacked", "office", "There"));
		assertThat(typed.text("code")).isEqualTo("CLA");
		assertThat(typed.text("fixed")).isEqualTo("F");
		assertThat(typed.text("office")).isEqualTo("There");
		assertThat(form.bind(stored.with("rich", true), posted("rich", "true", "office", "There")).text("office"))
			.isEqualTo("Here");
		assertThat(form.bind(stored, posted("rich", "true", "office", "There")).text("office")).isEqualTo("There");
		assertThat(form.bind(posted("code", "hacked")).text("code")).isEqualTo("CLA");
	}

	@Test
	void everything_that_was_answered_passes() {
		Validation validation = form.validate(everythingAnswered(), english());
		assertThat(validation.errors()).isEmpty();
		assertThat(validation.answers()).isEqualTo(everythingAnswered());
	}

	@Test
	void a_summary_says_in_which_row_an_answer_stands() {
		FormSummary summary = form.summary(everythingAnswered(), english(), Reader.PUBLIC);
		assertThat(summary.sections().get(1).rows()).extracting(FormSummary.Row::label)
			.startsWith("Who is number 1? (Person 1)", "Role (Person 1)", "What the chair says (Person 1)",
					"Initial (Person 1)", "Who is number 2? (Person 2)");
		assertThat(summary.sections().get(1).rows()).extracting(FormSummary.Row::path)
			.contains("people.1.tongues.0.tongue", "pair.1.share")
			.doesNotContain("people.1.more.phrase");
		Answers open = Answers.empty();
		for (FormSummary.Row row : summary.sections().get(1).rows()) {
			open = open.with(row.path(), everythingAnswered().value(row.path()).orElse(null));
		}
		assertThat(open.value("people")).isEqualTo(everythingAnswered().value("people"));
	}

}
