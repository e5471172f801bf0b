package org.calltolocalaction.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.forms.Given.TODAY;
import static org.calltolocalaction.forms.Given.aCompletePledge;
import static org.calltolocalaction.forms.Given.english;
import static org.calltolocalaction.forms.Given.judged;
import static org.calltolocalaction.forms.Given.pathsInError;
import static org.calltolocalaction.forms.Given.posted;
import static org.calltolocalaction.forms.Given.sentences;
import static org.calltolocalaction.forms.Given.thePledgeForm;
import static org.calltolocalaction.forms.Given.theReviewForm;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.calltolocalaction.editions.criteria.Criterion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the two forms of the desk ask of the people who fill them in. */
class PledgeFormTests {

	@Test
	void a_complete_pledge_passes_and_is_kept_as_it_was_written() {
		Validation validation = thePledgeForm().validate(aCompletePledge(), english());
		assertThat(sentences(validation, Locale.ENGLISH)).isEmpty();
		assertThat(validation.answers()).isEqualTo(aCompletePledge());
	}

	@Test
	void an_empty_pledge_is_told_everything_that_is_missing_in_the_order_of_the_form() {
		assertThat(sentences(thePledgeForm().validate(Answers.empty(), english()), Locale.ENGLISH)).containsExactly(
				"headOfGovernment: Enter the name and title of the head of your government", "title: Enter a title",
				"language: Select the language in which you write", "summary: Enter a summary of what you do",
				"expectedImpact: Enter what will change, and for how many people",
				"stage: Select the stage of the action", "start: Enter the start date",
				"end: Enter the end date, or select “The action has no end date”", "beneficiaries: Select who benefits",
				"contributions: Select what your government contributes",
				"mainGcmObjectives: Select at least one GCM objective or one GCR objective",
				"contactName: Enter the name of the contact person",
				"contactEmail: Enter the email address of the contact person",
				"consent: Select whether this pledge may be published");
	}

	@Test
	void errors_are_told_in_the_readers_language() {
		Answers answers = aCompletePledge().without("title").with("summary", "Corto").with("end", "2025-01-01");
		FormContext context = Given.in(Given.SPANISH);
		assertThat(sentences(thePledgeForm().validate(answers, context), Given.SPANISH)).containsExactly(
				"title: Escriba un título", "summary: Resumen: escriba al menos 300 caracteres (lleva 5)",
				"end: Fin: indique una fecha igual o posterior a la de «Inicio»");
	}

	@Test
	void one_gcr_objective_is_as_good_as_a_gcm_objective() {
		Answers answers = aCompletePledge().without("mainGcmObjectives");
		assertThat(pathsInError(thePledgeForm().validate(answers, english()))).containsExactly("mainGcmObjectives");
		assertThat(thePledgeForm().validate(answers.with("furtherGcmObjectives", List.of("A")), english()).isValid())
			.isFalse();
		assertThat(thePledgeForm().validate(answers.with("gcrObjectives", List.of("A")), english()).isValid()).isTrue();
	}

	@Test
	void a_fourth_main_objective_is_one_too_many() {
		Answers answers = aCompletePledge().with("mainGcmObjectives", List.of("A", "B", "C", "D"));
		assertThat(sentences(thePledgeForm().validate(answers, english()), Locale.ENGLISH)).containsExactly(
				"mainGcmObjectives: Main GCM objectives: the number of selected answers must be 3 or fewer (you have 4)");
	}

	@Test
	void a_field_hidden_by_its_condition_is_neither_asked_nor_kept() {
		Answers openEnded = aCompletePledge().with("openEnded", true).with("end", "not a date");
		Validation validation = thePledgeForm().validate(openEnded, english());
		assertThat(validation.isValid()).isTrue();
		assertThat(validation.answers().keys()).contains("openEnded").doesNotContain("end");
		assertThat(validation.answers().flag("openEnded")).isTrue();
	}

	@Test
	void a_joint_pledge_names_the_governments_that_join() {
		Answers joint = aCompletePledge().with("joint", true);
		assertThat(pathsInError(thePledgeForm().validate(joint, english()))).containsExactly("jointWith");
		Validation named = thePledgeForm().validate(joint.with("jointWith", " Lima \n\n Quito"), english());
		assertThat(named.isValid()).isTrue();
		assertThat(named.answers().list("jointWith")).containsExactly("Lima", "Quito");
	}

	@Test
	void an_end_on_the_day_of_the_start_is_allowed_and_one_before_it_is_not() {
		assertThat(thePledgeForm().validate(aCompletePledge().with("end", "2026-01-31"), english()).isValid()).isTrue();
		assertThat(sentences(thePledgeForm().validate(aCompletePledge().with("end", "2026-01-30"), english()),
				Locale.ENGLISH))
			.containsExactly("end: End must be the same as or after “Start”");
	}

	@Test
	void a_hundred_thousand_characters_in_a_title_are_refused_even_in_a_draft() {
		Answers flooded = thePledgeForm().bind(posted("title", "x".repeat(100_000)));
		Validation draft = thePledgeForm().checkDraft(flooded, english());
		assertThat(sentences(draft, Locale.ENGLISH))
			.containsExactly("title: Title is too long to save: it must be 400 characters or fewer (you have 100,000)");
		assertThat(pathsInError(thePledgeForm().validate(flooded, english()))).contains("title");
	}

	@ParameterizedTest
	@CsvSource({ "info@münchen.example, info@xn--mnchen-3ya.example", "Łukasz@city.example, łukasz@city.example",
			"'\u200bana@city.example\u00a0', ana@city.example", "Ana <Ana@city.example>, ana@city.example" })
	void a_contacts_address_is_taken_as_signing_in_takes_it_and_stored_in_its_one_form(String typed, String stored) {
		Validation validation = thePledgeForm().validate(aCompletePledge().with("contactEmail", typed), english());

		assertThat(pathsInError(validation)).isEmpty();
		assertThat(validation.answers().text("contactEmail")).isEqualTo(stored);
		assertThat(thePledgeForm().emails(validation.answers())).contains(stored);
	}

	@ParameterizedTest
	@ValueSource(strings = { ".bob@city.example", "ana..22@city.example", "ana b@city.example", "ana@city",
			"ana@city-.example", "ana@x.example, eva@x.example" })
	void a_contacts_address_that_no_server_accepts_is_refused_with_an_example(String typed) {
		assertThat(sentences(thePledgeForm().validate(aCompletePledge().with("contactEmail", typed), english()),
				Locale.ENGLISH))
			.containsExactly("contactEmail: Email address must be a valid email address, for example name@example.org");
	}

	@Test
	void a_draft_may_be_incomplete_and_wrong() {
		Answers answers = thePledgeForm().bind(posted("title", "x".repeat(399), "summary", "short", "start-day", "x",
				"website", "no address", "contactEmail", "nobody"));
		Validation draft = thePledgeForm().checkDraft(answers, english());
		assertThat(draft.isValid()).isTrue();
		assertThat(draft.answers()).isEqualTo(answers);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\u0000b", "a\u001bb", "a\u0085b", "a\ud800b", "a\uffffb" })
	void characters_that_no_file_can_hold_are_refused_even_in_a_draft(String text) {
		for (String path : List.of("title", "summary", "partners")) {
			Answers answers = aCompletePledge().with(path, text);
			assertThat(pathsInError(thePledgeForm().checkDraft(answers, english()))).containsExactly(path);
			assertThat(pathsInError(thePledgeForm().validate(answers, english()))).containsExactly(path);
		}
	}

	@Test
	void codes_that_no_page_offered_are_refused_even_in_a_draft() {
		Answers answers = aCompletePledge().with("stage", "DONE").with("sdgs", List.of("A", "SDG-99"));
		assertThat(pathsInError(thePledgeForm().checkDraft(answers, english()))).containsExactly("stage", "sdgs");
		assertThat(pathsInError(thePledgeForm().validate(answers, english()))).containsExactly("stage", "sdgs");
	}

	@Test
	void what_is_in_progress_or_fulfilled_has_begun() {
		Answers tomorrow = aCompletePledge().with("start", "2026-09-16");

		assertThat(sentences(thePledgeForm().validate(tomorrow, english()), Locale.ENGLISH))
			.containsExactly("start: The start of an action that is in progress or fulfilled must be today or earlier: "
					+ "change the start or the stage");
		assertThat(sentences(thePledgeForm().validate(tomorrow.with("stage", "FULFILLED"), Given.in(Given.SPANISH)),
				Given.SPANISH))
			.containsExactly("start: El inicio de una acción en curso o concluida no puede ser posterior a hoy. "
					+ "Cambie el inicio o la fase");
		assertThat(thePledgeForm().validate(tomorrow, english()).errors()).noneMatch(FieldError::isMissing);
		assertThat(thePledgeForm().validate(tomorrow.with("stage", "PLANNING"), english()).isValid()).isTrue();
		assertThat(thePledgeForm().validate(tomorrow.with("start", "2026-09-15"), english()).isValid()).isTrue();
	}

	@Test
	void a_number_where_a_date_is_due_is_an_error_and_no_accident() {
		Answers answers = aCompletePledge().with("start", 20270131);
		assertThat(pathsInError(thePledgeForm().validate(answers, english()))).containsExactly("start");
		assertThat(pathsInError(thePledgeForm().checkDraft(answers, english()))).containsExactly("start");
		Answers typed = aCompletePledge().with("start", "202701310");
		assertThat(sentences(thePledgeForm().validate(typed, english()), Locale.ENGLISH))
			.containsExactly("start: Start must be a valid date, for example 27 3 2027");
	}

	@Test
	void what_the_form_does_not_know_is_not_kept() {
		Answers answers = aCompletePledge().with("approved", true).with("sdg", "x");
		assertThat(thePledgeForm().validate(answers, english()).answers()).isEqualTo(aCompletePledge());
	}

	@Test
	void a_recommendation_other_than_approval_is_explained_to_the_city() {
		Answers review = judged();
		assertThat(pathsInError(theReviewForm().validate(review, english()))).containsExactly("recommendation");
		assertThat(theReviewForm().validate(review.with("recommendation", "APPROVE"), english()).isValid()).isTrue();
		for (String recommendation : List.of("REQUEST_CHANGES", "DECLINE")) {
			Answers unexplained = review.with("recommendation", recommendation);
			assertThat(pathsInError(theReviewForm().validate(unexplained, english()))).containsExactly("commentToCity");
			Answers explained = unexplained.with("commentToCity", "Please say when.");
			assertThat(theReviewForm().validate(explained, english()).isValid()).isTrue();
		}
	}

	@Test
	void the_review_asks_by_every_criterion_and_a_no_is_explained() {
		assertThat(pathsInError(theReviewForm().validate(Answers.empty(), english())))
			.containsAll(Stream.of(Criterion.values()).map(Criterion::key).toList());
		for (Criterion criterion : Criterion.values()) {
			Answers partly = judged().with("recommendation", "APPROVE").with(criterion.key(), "PARTLY");
			assertThat(theReviewForm().validate(partly, english()).isValid()).as(criterion.key()).isTrue();
			Answers no = partly.with(criterion.key(), "NO");
			assertThat(pathsInError(theReviewForm().validate(no, english()))).containsExactly(criterion.commentKey());
			assertThat(theReviewForm().validate(no.with(criterion.commentKey(), "Why not."), english()).isValid())
				.isTrue();
		}
	}

	@Test
	void a_criterion_that_the_edition_does_not_choose_is_neither_asked_nor_kept() {
		FormContext concreteOnly = new FormContext(Locale.ENGLISH,
				Map.of("pledgeAnswers", List.of(), "criteria", List.of(new Option("CONCRETE", "CONCRETE"))), TODAY);
		assertThat(pathsInError(theReviewForm().validate(Answers.empty(), concreteOnly))).containsExactly("concrete",
				"recommendation");
		Answers kept = theReviewForm().validate(judged().with("recommendation", "APPROVE"), concreteOnly).answers();
		assertThat(kept.keys()).containsExactlyInAnyOrder("concrete", "recommendation");
	}

}
