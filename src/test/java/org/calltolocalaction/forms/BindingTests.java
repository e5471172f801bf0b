package org.calltolocalaction.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.forms.Given.aFormOf;
import static org.calltolocalaction.forms.Given.english;
import static org.calltolocalaction.forms.Given.field;
import static org.calltolocalaction.forms.Given.posted;
import static org.calltolocalaction.forms.Given.thePledgeForm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of what a browser sends. */
class BindingTests {

	private final FormDefinition form = aFormOf(field("number", "people", ""), field("datetime", "start", ""),
			field("textarea", "words", ""), field("checkbox", "joint", ""),
			field("checklist", "sdgs", "'valuesKey':'sdgs'"), field("textfield", "fixed", "'disabled':true"),
			"{'type':'group','id':'place','label':'Place','path':'where','components':["
					+ field("textfield", "city", "") + "]}");

	@Test
	void nothing_that_was_typed_is_lost_even_if_it_cannot_be_understood() {
		Answers answers = form.bind(posted("people", "about 12", "start-day", "31", "start-month", "x", "start-year",
				"2027", "words", "  two  spaces\t", "joint", "perhaps"));
		assertThat(answers.asMap()).isEqualTo(
				Map.of("people", "about 12", "start", "31 / x / 2027", "words", "  two  spaces\t", "joint", "perhaps"));
	}

	@Test
	void what_can_be_understood_is_typed() {
		Answers answers = form.bind(posted("people", " 1,50 ", "start-day", " 3", "start-month", "02", "start-year",
				"2027", "joint", "true", "sdgs", "B", "sdgs", "A", "sdgs", "B", "where.city", "Lima"));
		assertThat(answers.number("people")).contains(new BigDecimal("1.5"));
		assertThat(answers.date("start")).contains(LocalDate.of(2027, 2, 3));
		assertThat(answers.flag("joint")).isTrue();
		assertThat(answers.list("sdgs")).containsExactly("B", "A");
		assertThat(answers.text("where.city")).isEqualTo("Lima");
		assertThat(answers.asMap()).containsEntry("where", Map.of("city", "Lima"));
	}

	@Test
	void line_breaks_are_those_that_the_browsers_counter_counts() {
		assertThat(form.bind(posted("words", "a\r\nb\rc\nd")).text("words")).isEqualTo("a\nb\nc\nd");
	}

	@Test
	void strange_parameters_and_disabled_fields_are_left_alone() {
		assertThat(form.bind(posted("admin", "true", "fixed", "mine", "start", "", "where", "x", "_csrf", "t")))
			.isEqualTo(Answers.empty());
	}

	@Test
	void a_day_that_does_not_exist_stays_as_typed() {
		assertThat(form.bind(posted("start-day", "30", "start-month", "2", "start-year", "2027")).text("start"))
			.isEqualTo("30 / 2 / 2027");
		assertThat(form.bind(posted("start-day", "1", "start-month", "2", "start-year", "270")).text("start"))
			.isEqualTo("1 / 2 / 270");
	}

	@Test
	void a_date_is_read_with_its_month_as_a_word_and_in_whichever_box_it_stands() {
		for (List<String> boxes : List.of(List.of("1", "octubre", "2027"), List.of("1", "Oct", "27"),
				List.of("1/10/2027", "", ""), List.of("", "1er octobre 2027", ""), List.of("1 10 27", "", ""))) {
			Answers answers = form
				.bind(posted("start-day", boxes.get(0), "start-month", boxes.get(1), "start-year", boxes.get(2)));
			assertThat(answers.date("start")).as(boxes.toString()).contains(LocalDate.of(2027, 10, 1));
		}
	}

	@Test
	void a_date_that_a_draft_kept_as_it_was_typed_is_read_when_it_is_checked() {
		Answers kept = Given.aCompletePledge().with("end", "1 / octubre / 2027");
		Validation validation = thePledgeForm().validate(kept, english());
		assertThat(validation.errors()).isEmpty();
		assertThat(validation.answers().date("end")).contains(LocalDate.of(2027, 10, 1));
	}

	@Test
	void an_impossible_date_is_refused_with_what_is_wrong_in_it() {
		Answers never = Given.aCompletePledge().with("end", "31 / 2 / 2027");
		assertThat(Given.sentences(thePledgeForm().validate(never, english()), Given.SPANISH))
			.containsExactly("end: End: indique una fecha válida. Ese día no existe: febrero de 2027 tiene 28 días");
	}

	@Test
	void boxes_come_back_as_they_were_filled() {
		for (List<String> boxes : List.of(List.of("31", "x", "2027"), List.of("", "", "2027"), List.of("31", "", ""),
				List.of("", "5", ""), List.of("31/02/2027", "", ""))) {
			Answers answers = form
				.bind(posted("start-day", boxes.get(0), "start-month", boxes.get(1), "start-year", boxes.get(2)));
			FormView.DateBoxes item = form.view(answers, List.of(), english())
				.sections()
				.stream()
				.flatMap(section -> section.items().stream())
				.filter(FormView.DateBoxes.class::isInstance)
				.map(FormView.DateBoxes.class::cast)
				.findFirst()
				.orElseThrow();
			assertThat(List.of(item.day(), item.month(), item.year())).isEqualTo(boxes);
		}
	}

	@Test
	void what_the_page_carries_along_is_understood_again() {
		Answers answers = Given.aCompletePledge()
			.with("openEnded", true)
			.with("jointWith", "Lima\nQuito")
			.with("end", "31 / x / 2027");
		FormView view = thePledgeForm().view(answers, List.of(), english());
		List<String> sent = view.kept().stream().flatMap(kept -> List.of(kept.name(), kept.value()).stream()).toList();
		assertThat(thePledgeForm().bind(posted(sent.toArray(String[]::new))).asMap())
			.isEqualTo(Map.of("end", "31 / x / 2027", "jointWith", "Lima\nQuito"));
	}

	@Test
	void a_post_neither_brings_files_nor_changes_those_that_are_there() {
		FormDefinition upload = aFormOf(field("textfield", "papers", "'properties':{'upload':'files','maxFiles':'2'}"));
		Answers stored = Answers.of(Map.of("papers", List.of(Given.aFile("plan.pdf").asAnswer())));

		assertThat(upload.bind(posted("papers", "evil.pdf", "papers.0.id", "forged")).isEmpty()).isTrue();
		assertThat(upload.bind(stored, posted("papers", "")).files("papers")).containsExactly(Given.aFile("plan.pdf"));
		assertThat(upload.parts().get(0)).isEqualTo(new FormPart("test", List.of(), List.of("papers")));
		assertThat(upload.uploads()).isEqualTo(Map.of("papers", 2));
	}

}
