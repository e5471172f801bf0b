package org.calltolocalaction.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.forms.Given.aCompletePledge;
import static org.calltolocalaction.forms.Given.aFormOf;
import static org.calltolocalaction.forms.Given.english;
import static org.calltolocalaction.forms.Given.field;
import static org.calltolocalaction.forms.Given.posted;
import static org.calltolocalaction.forms.Given.thePledgeForm;
import static org.calltolocalaction.forms.Given.theReviewForm;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the templates make of a form. */
class RenderedFormTests {

	private static final String MARKUP = "<script>alert('x')</script>\"><b>";

	@ParameterizedTest
	@ValueSource(strings = { "en", "es", "fr" })
	void both_forms_are_drawn_without_a_missing_text(String language) {
		FormContext context = Given.in(Locale.forLanguageTag(language));
		for (FormDefinition form : List.of(thePledgeForm(), theReviewForm())) {
			List<FieldError> errors = form.validate(Answers.empty(), context).errors();
			assertThat(Rendering.toFillIn(form, Answers.empty(), errors, context)).doesNotContain("??");
		}
	}

	@Test
	void an_error_stands_beside_its_field_and_in_the_summary_with_a_link_to_the_input() {
		Answers answers = aCompletePledge().without("title").with("start", "31 / x / 2027");
		Validation validation = thePledgeForm().validate(answers, english());
		String html = Rendering.toFillIn(thePledgeForm(), validation.answers(), validation.errors(), english());
		assertThat(html).contains("<a href=\"#title\">Enter a title</a>")
			.contains("<a href=\"#start-day\">Start must be a valid date, for example 27 3 2027</a>")
			.containsPattern(
					"id=\"title-error\">\\s*<span class=\"govuk-visually-hidden\">Error:</span>" + "\\s*Enter a title")
			.containsPattern(
					"id=\"title\"[^>]*aria-describedby=\"title-hint title-error\"" + "[^>]*aria-invalid=\"true\"");
	}

	@Test
	void every_link_of_the_error_summary_leads_to_an_element_of_the_page() {
		List<FieldError> errors = thePledgeForm().validate(Answers.empty(), english()).errors();
		String html = Rendering.toFillIn(thePledgeForm(), Answers.empty(), errors, english());
		assertThat(errors).hasSizeGreaterThan(10)
			.allSatisfy(error -> assertThat(html)
				.containsPattern("<(input|textarea|select)[^>]* id=\"" + error.fieldId() + "\""));
	}

	@Test
	void ids_are_unique_and_every_reference_to_an_id_leads_somewhere() {
		List<FieldError> errors = thePledgeForm().validate(Answers.empty(), english()).errors();
		String html = Rendering.toFillIn(thePledgeForm(), Answers.empty(), errors, english());
		Set<String> ids = new HashSet<>();
		allOf("(?<![-\\w])id=\"([^\"]*)\"", html).forEach(id -> assertThat(ids.add(id)).as(id).isTrue());
		Set<String> references = new HashSet<>(allOf("(?<![-\\w])for=\"([^\"]*)\"", html));
		allOf("aria-(?:describedby|labelledby)=\"([^\"]*)\"", html)
			.forEach(list -> references.addAll(List.of(list.split(" "))));
		assertThat(ids).containsAll(references);
	}

	@Test
	void a_box_shows_the_whole_word_that_was_typed_into_it() {
		Answers answers = thePledgeForm()
			.bind(posted("start-day", "31", "start-month", "febrero", "start-year", "2027"));
		assertThat(Rendering.toFillIn(thePledgeForm(), answers, List.of(), english()))
			.containsPattern("govuk-input--width-10[^>]*name=\"start-month\" value=\"febrero\"")
			.containsPattern("govuk-input--width-2[^>]*name=\"start-day\" value=\"31\"");
	}

	@Test
	void what_was_typed_is_shown_again_in_its_boxes() {
		Answers answers = thePledgeForm().bind(posted("start-day", "31", "start-month", "x", "start-year", "2027",
				"summary", "\nfirst\r\nsecond", "stage", "PLANNING", "sdgs", "B", "language", "C", "joint", "true"));
		assertThat(Rendering.toFillIn(thePledgeForm(), answers, List.of(), english()))
			.contains("name=\"start-day\" value=\"31\"", "name=\"start-month\" value=\"x\"",
					"name=\"start-year\" value=\"2027\"")
			.contains(">\n\nfirst\nsecond</textarea>")
			.containsPattern("value=\"PLANNING\"\\s+checked")
			.containsPattern("name=\"sdgs\"\\s+value=\"B\" checked")
			.contains("<option value=\"C\" selected>")
			.containsPattern("id=\"joint\" name=\"joint\"[^>]*checked");
	}

	@Test
	void markup_is_shown_as_text_wherever_it_was_typed() {
		Answers answers = aCompletePledge().with("title", MARKUP)
			.with("summary", MARKUP)
			.with("partners", MARKUP)
			.with("website", MARKUP)
			.with("start", MARKUP)
			.with("stage", MARKUP)
			.with("contactEmail", MARKUP);
		List<FieldError> errors = thePledgeForm().validate(answers, english()).errors();
		assertThat(Rendering.toFillIn(thePledgeForm(), answers, errors, english())).doesNotContain("<script", "\"><b>")
			.contains("&lt;script&gt;");
		FormSummary summary = thePledgeForm().summary(answers, english(), Reader.COORDINATOR);
		assertThat(Rendering.toRead(summary, english())).doesNotContain("<script", "<b>").contains("&lt;script&gt;");
	}

	@Test
	void nothing_needs_an_exception_from_a_strict_content_security_policy() {
		List<FieldError> errors = thePledgeForm().validate(Answers.empty(), english()).errors();
		assertThat(Rendering.toFillIn(thePledgeForm(), aCompletePledge(), errors, english()))
			.doesNotContainPattern("(?i)<script|<style|\\sstyle=|\\son[a-z]+=|javascript:");
	}

	@Test
	void what_was_typed_in_a_field_that_is_now_out_of_sight_is_carried_along() {
		Answers answers = aCompletePledge().with("openEnded", true).with("jointWith", "Lima\nQuito");
		String html = Rendering.toFillIn(thePledgeForm(), answers, List.of(), english());
		assertThat(html).doesNotContain("id=\"end-day\"", "id=\"jointWith\"")
			.contains("<input type=\"hidden\" name=\"end-day\" value=\"31\">",
					"<input type=\"hidden\" name=\"end-month\" value=\"12\">",
					"<input type=\"hidden\" name=\"end-year\" value=\"2027\">",
					"<input type=\"hidden\" name=\"jointWith\" value=\"Lima\nQuito\">");
	}

	@Test
	void only_fields_that_may_stay_empty_are_called_optional() {
		String html = Rendering.toFillIn(thePledgeForm(), Answers.empty(), List.of(), english());
		assertThat(html).containsPattern("What is the budget\\?\\s*<span class=\"form-optional\">\\(optional\\)")
			.doesNotContainPattern("Title of the pledge\\s*<span class=\"form-optional\"")
			.doesNotContainPattern("When does it end\\?\\s*<span class=\"form-optional\"")
			.doesNotContainPattern("Objectives of the Global Compact on Refugees\\s*<span class=\"form-optional\"");
	}

	@Test
	void a_counter_counts_in_the_readers_language() {
		String html = Rendering.toFillIn(thePledgeForm(), Answers.empty(), List.of(), Given.in(Given.SPANISH));
		assertThat(html).contains("data-maxlength=\"3000\"",
				"data-i18n.characters-under-limit.other=\"Le quedan %{count} caracteres\"");
	}

	@Test
	void groups_in_sections_words_and_disabled_fields_are_drawn() {
		FormDefinition form = aFormOf(
				"{'type':'group','id':'outer','label':'Outer','components':["
						+ "{'type':'text','id':'words','text':'Two things:\\n\\n* one\\n* two'},"
						+ "{'type':'group','id':'inner','label':'Inner','path':'deep','components':["
						+ field("number", "people", "'disabled':true,'decimalDigits':0") + "]}]}",
				field("checkbox", "loose", "'description':'Why not'"));
		String html = Rendering.toFillIn(form, Answers.empty(), List.of(), english());
		assertThat(html).contains("<h2 class=\"govuk-heading-m\" id=\"outer-heading\">Outer</h2>")
			.contains("<p class=\"govuk-body\">Two things:</p>", "<li>one</li>", "<li>two</li>")
			.contains("govuk-fieldset__legend--m\">Inner</legend>")
			.containsPattern("id=\"deep-people\" name=\"deep.people\"[^>]*inputmode=\"numeric\"[^>]*disabled")
			.contains("id=\"loose-hint\">Why not</div>");
	}

	private static List<String> allOf(String pattern, String html) {
		Matcher matcher = Pattern.compile(pattern).matcher(html);
		return matcher.results().map(result -> result.group(1)).toList();
	}

}
