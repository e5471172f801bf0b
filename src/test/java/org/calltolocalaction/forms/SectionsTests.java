package org.calltolocalaction.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.calltolocalaction.forms.Given.aCompletePledge;
import static org.calltolocalaction.forms.Given.aFormOf;
import static org.calltolocalaction.forms.Given.english;
import static org.calltolocalaction.forms.Given.everythingAnswered;
import static org.calltolocalaction.forms.Given.field;
import static org.calltolocalaction.forms.Given.posted;
import static org.calltolocalaction.forms.Given.theFormWithEverything;
import static org.calltolocalaction.forms.Given.thePledgeForm;

import java.util.List;
import java.util.Map;
import org.calltolocalaction.forms.FormSection.State;
import org.junit.jupiter.api.Test;

/** A long form, section by section. */
class SectionsTests {

	@Test
	void a_form_nobody_began_has_sections_nobody_started() {
		List<FormSection> sections = thePledgeForm().progress(Answers.empty(), Given.in(Given.SPANISH));
		assertThat(sections).extracting(FormSection::id)
			.isEqualTo(thePledgeForm().sectionIds())
			.containsExactly("government", "action", "objectives", "means", "contact");
		assertThat(sections).extracting(FormSection::state).containsOnly(State.NOT_STARTED);
		assertThat(sections.get(3).isValid()).isTrue();
		assertThat(sections.get(4).isValid()).isFalse();
		assertThat(sections.get(0).title()).isEqualTo("Su gobierno");
	}

	@Test
	void a_section_is_in_progress_while_something_is_missing_and_complete_when_nothing_is() {
		assertThat(stateOf("action", Answers.of(Map.of("title", "Welcome")))).isEqualTo(State.IN_PROGRESS);
		assertThat(stateOf("action", aCompletePledge())).isEqualTo(State.COMPLETE);
		assertThat(stateOf("means", Answers.of(Map.of("budget", "much")))).isEqualTo(State.COMPLETE);
	}

	@Test
	void a_wrong_answer_is_worse_than_a_missing_one() {
		assertThat(stateOf("action", Answers.of(Map.of("summary", "short")))).isEqualTo(State.HAS_ERRORS);
		assertThat(stateOf("action", aCompletePledge().with("start", "31 / x / 2027"))).isEqualTo(State.HAS_ERRORS);
		assertThat(stateOf("government", Answers.of(Map.of("headOfGovernment", 3)))).isEqualTo(State.HAS_ERRORS);
	}

	@Test
	void questions_are_counted_and_a_box_that_may_stay_empty_is_none() {
		FormDefinition form = aFormOf(field("textfield", "a", ""), field("checkbox", "b", ""),
				field("checkbox", "c", "'validate':{'required':true}"), field("textfield", "d", ""));
		assertThat(form.progress(Answers.of(Map.of("a", "Yes", "b", true)), english())).singleElement()
			.satisfies(section -> {
				assertThat(section.answered()).isEqualTo(1);
				assertThat(section.asked()).isEqualTo(3);
			});
	}

	@Test
	void an_error_belongs_to_the_section_of_its_field() {
		Answers answers = aCompletePledge().with("contactEmail", "nobody");
		List<FormSection> sections = thePledgeForm().progress(answers, english());
		assertThat(sections).filteredOn(section -> !section.isValid()).singleElement().satisfies(section -> {
			assertThat(section.id()).isEqualTo("contact");
			assertThat(section.errors()).extracting(FieldError::path).containsExactly("contactEmail");
		});
	}

	@Test
	void a_section_is_drawn_alone_with_its_own_errors_and_what_it_hides() {
		Answers answers = Answers.of(Map.of("openEnded", true, "end", "2027-12-31", "jointWith", "Lima"));
		List<FieldError> errors = thePledgeForm().validate(answers, english()).errors();
		FormView view = thePledgeForm().view("means", answers, errors, english());
		assertThat(view.sections()).extracting(FormView.Section::id).containsExactly("means");
		assertThat(view.errors()).isEmpty();
		assertThat(view.kept()).extracting(FormView.Kept::name).containsExactly("jointWith");
		assertThat(thePledgeForm().view("action", answers, errors, english()).errors()).extracting(FieldError::path)
			.startsWith("title")
			.doesNotContain("headOfGovernment", "consent");
	}

	@Test
	void what_one_section_sends_leaves_the_others_as_they_were() {
		Answers stored = aCompletePledge().with("budget", "much").with("joint", true);
		Answers typed = thePledgeForm().bind("means", stored, posted("evidence", "We counted", "title", "x"));
		assertThat(typed).isEqualTo(aCompletePledge().with("evidence", "We counted"));
	}

	@Test
	void rows_of_one_section_are_bound_and_those_of_others_stay() {
		Answers typed = theFormWithEverything().bind("lists", everythingAnswered(),
				posted("people._rows", "1", "people.0.who", "Eva", "pair._rows", "2"));
		assertThat(typed.value("people")).get().asString().contains("Eva").doesNotContain("Noor");
		assertThat(typed.text("name")).isEqualTo("Ana");
		assertThat(theFormWithEverything().bind("plain", everythingAnswered(), posted("name", "Bo")).value("people"))
			.isEqualTo(everythingAnswered().value("people"));
	}

	@Test
	void a_hidden_section_is_not_on_the_list() {
		FormDefinition form = aFormOf(field("checkbox", "short", ""),
				"{'type':'group','id':'g','label':'{{short}}','conditional':{'hide':'=short'},'components':["
						+ field("textfield", "a", "") + "]}");
		assertThat(form.sectionIds()).containsExactly("test", "g");
		assertThat(form.progress(Answers.empty(), english())).extracting(FormSection::title)
			.containsExactly(null, "false");
		assertThat(form.progress(Answers.of(Map.of("short", true)), english())).extracting(FormSection::id)
			.containsExactly("test");
	}

	@Test
	void a_section_that_does_not_exist_is_a_mistake_in_the_code() {
		assertThatThrownBy(() -> thePledgeForm().view("nowhere", Answers.empty(), List.of(), english()))
			.hasMessageContaining("no section 'nowhere'");
	}

	private static State stateOf(String section, Answers answers) {
		return thePledgeForm().progress(answers, english())
			.stream()
			.filter(found -> found.id().equals(section))
			.findFirst()
			.orElseThrow()
			.state();
	}

}
