package org.calltolocalaction.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.forms.Given.aFormOf;
import static org.calltolocalaction.forms.Given.english;
import static org.calltolocalaction.forms.Given.everythingAnswered;
import static org.calltolocalaction.forms.Given.field;
import static org.calltolocalaction.forms.Given.theFormWithEverything;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the templates make of each kind of component. */
class RenderedKindsTests {

	private final FormDefinition form = theFormWithEverything();

	@ParameterizedTest
	@ValueSource(strings = { "en", "es", "fr" })
	void every_kind_is_drawn_in_every_language_without_a_missing_text(String language) {
		FormContext context = Given.in(Locale.forLanguageTag(language));
		for (Answers answers : List.of(Answers.empty(), everythingAnswered(),
				everythingAnswered().with("rich", true))) {
			List<FieldError> errors = form.validate(answers, context).errors();
			assertThat(Rendering.toFillIn(form, answers, errors, context)).doesNotContain("??");
			assertThat(Rendering.toRead(form.summary(answers, context, Reader.AUTHOR), context)).doesNotContain("??");
		}
	}

	@Test
	void ids_are_unique_in_rows_too_and_every_reference_leads_somewhere() {
		Answers wrong = everythingAnswered().with("people.0.who", null)
			.with("people.1.who", "x".repeat(30))
			.with("opens", "noon")
			.with("meeting", "31 / 1 / 2027 / ")
			.with("code", "x")
			.with("pair", "x");
		List<FieldError> errors = form.validate(wrong, english()).errors();
		assertThat(errors).extracting(FieldError::path)
			.contains("people.0.who", "people.1.who", "opens", "meeting", "pair");
		String html = Rendering.toFillIn(form, wrong, errors, english());
		Set<String> ids = new HashSet<>();
		allOf("(?<![-\\w])id=\"([^\"]*)\"", html).forEach(id -> assertThat(ids.add(id)).as(id).isTrue());
		Set<String> references = new HashSet<>(allOf("(?<![-\\w])for=\"([^\"]*)\"", html));
		allOf("aria-(?:describedby|labelledby)=\"([^\"]*)\"", html)
			.forEach(list -> references.addAll(List.of(list.split(" "))));
		errors.forEach(error -> references.add(error.fieldId()));
		assertThat(ids).containsAll(references);
	}

	@Test
	void nothing_needs_an_exception_from_a_strict_content_security_policy() {
		assertThat(Rendering.toFillIn(form, everythingAnswered(), List.of(), english()))
			.doesNotContainPattern("(?i)<script|<style|\\sstyle=|\\son[a-z]+=|javascript:|hx-on|<img|<iframe");
	}

	@Test
	void a_time_has_one_box_and_a_day_with_a_time_has_four() {
		Answers answers = Answers.of(Map.of("opens", "14:30", "meeting", "2027-01-31T09:05"));
		assertThat(Rendering.toFillIn(form, answers, List.of(), english()))
			.containsPattern("<label[^>]*for=\"opens\">\\s*Opens at")
			.containsPattern("<input class=\"govuk-input govuk-input--width-5\"\\s+id=\"opens\" name=\"opens\""
					+ " type=\"text\" value=\"14:30\"")
			.containsPattern("<legend[^>]*>\\s*Meeting")
			.contains("name=\"meeting-day\" value=\"31\"", "name=\"meeting-month\" value=\"1\"",
					"name=\"meeting-year\" value=\"2027\"")
			.containsPattern(
					"for=\"meeting-time\">Hour</label>\\s*<input[^>]*name=\"meeting-time\"\\s+" + "value=\"09:05\"");
	}

	@Test
	void a_stored_moment_is_shown_on_the_readers_clock() {
		FormContext quito = new FormContext(Locale.FRENCH, english().options(), Given.TODAY,
				ZoneId.of("America/Guayaquil"));
		Answers answers = form.validate(everythingAnswered().with("meeting", "2027-01-31T20:30"), quito).answers();
		assertThat(answers.text("meeting")).isEqualTo("2027-01-31T20:30-05:00");
		assertThat(Rendering.toFillIn(form, answers, List.of(), quito))
			.containsPattern("meeting-time\"\\s+value=\"20:30");
		assertThat(Rendering.toFillIn(form, answers, List.of(), english())).containsPattern("meeting-day\" value=\"1\"")
			.containsPattern("meeting-time\"\\s+value=\"01:30");
		assertThat(Rendering.toRead(form.summary(answers, quito, Reader.AUTHOR), quito))
			.contains("31 janvier 2027 à 20:30");
	}

	@Test
	void what_stands_around_an_input_is_seen_and_not_read_twice() {
		assertThat(Rendering.toFillIn(form, Answers.empty(), List.of(), english()))
			.containsPattern("govuk-input__prefix\" aria-hidden=\"true\">€</div>\\s*<input[^>]*id=\"budget\"")
			.contains("govuk-input__suffix\" aria-hidden=\"true\">in all</div>");
	}

	@Test
	void what_is_readonly_is_text_and_carried_along() {
		Answers answers = Answers.of(Map.of("code", "CLA-1", "rich", true, "office", "Here & now"));
		assertThat(Rendering.toFillIn(form, answers, List.of(), english()))
			.containsPattern("<div role=\"group\" tabindex=\"-1\" id=\"code\" aria-labelledby=\"code-label\">")
			.contains("<input type=\"hidden\" name=\"code\" value=\"CLA-1\">", "Here &amp; now")
			.doesNotContainPattern("<input class=\"govuk-input\"[^>]*name=\"office\"");
		assertThat(Rendering.toFillIn(form, answers.with("rich", null), List.of(), english()))
			.containsPattern("<input class=\"govuk-input\"[^>]*name=\"office\"");
	}

	@Test
	void rows_are_fieldsets_with_buttons_that_say_which_row_they_mean() {
		String html = Rendering.toFillIn(form, everythingAnswered(), List.of(), english());
		assertThat(html)
			.containsPattern("<fieldset class=\"govuk-fieldset\" tabindex=\"-1\" id=\"people\"\\s+"
					+ "aria-describedby=\"people-hint\">")
			.contains("<input type=\"hidden\" name=\"people._rows\" value=\"2\">", ">Person 2</legend>")
			.containsPattern("name=\"_add\"\\s+value=\"people\">Add a person<span[^>]*> People</span>")
			.containsPattern("name=\"_remove\"\\s+value=\"people.1\">Remove this person<span[^>]*> Person 2</span>")
			.contains("id=\"people-1-who\" name=\"people.1.who\" type=\"text\" value=\"Noor\"",
					"name=\"people.1.tongues._rows\" value=\"1\"")
			.containsPattern("value=\"people.1.tongues\">Add another entry<span[^>]*> Languages</span>")
			.containsPattern("for=\"people-1-tongues-0-tongue\">\\s*Language 1 of Noor")
			.doesNotContain("value=\"pair\"")
			.contains("name=\"pair._rows\" value=\"2\"")
			.contains("id=\"people-0-more-phrase\"")
			.doesNotContain("id=\"people-1-more-phrase\"");
	}

	@Test
	void enter_in_a_field_saves_and_does_not_press_the_first_button_of_a_row() {
		String html = Rendering.toFillIn(form, everythingAnswered(), List.of(), english());
		assertThat(html.indexOf("<button type=\"submit\" class=\"govuk-visually-hidden\" tabindex=\"-1\"")).isPositive()
			.isLessThan(html.indexOf("_remove"));
		FormDefinition withoutRows = Given.aFormOf(Given.field("textfield", "name", ""));
		assertThat(Rendering.toFillIn(withoutRows, Answers.empty(), List.of(), english())).doesNotContain("<button");
	}

	@Test
	void the_focus_goes_to_the_row_that_was_added() {
		FormView view = form.view(everythingAnswered(), List.of(), english()).focusedOn("people-1");
		assertThat(Rendering.drawn("fields :: fields(${it})", view, english()))
			.containsPattern("<fieldset[^>]*id=\"people-1\"\\s+autofocus")
			.doesNotContainPattern("id=\"people-0\"\\s+autofocus")
			.doesNotContainPattern("id=\"people\"\\s+autofocus");
	}

	@Test
	void words_tables_lines_and_room_are_drawn() {
		String html = Rendering.toFillIn(form, everythingAnswered(), List.of(), english());
		assertThat(html)
			.contains("<h3 class=\"govuk-heading-m\">Welcome, Ana</h3>", "<em>this</em>",
					"<ol class=\"govuk-list govuk-list--number\">",
					"<a href=\"https://example.org\" class=\"govuk-link\" rel=\"noopener\">2</a>")
			.contains("<p class=\"govuk-body\">In all <b>3.5</b>, Luz, Noor</p>")
			.contains("<caption class=\"govuk-table__caption govuk-table__caption--s\">Who comes</caption>")
			.containsPattern("<th scope=\"col\" class=\"govuk-table__header\">As what</th>")
			.containsPattern("<td class=\"govuk-table__cell\" dir=\"auto\">GUEST</td>")
			.contains("<hr class=\"govuk-section-break govuk-section-break--m govuk-section-break--visible\">",
					"<div class=\"govuk-!-margin-bottom-6\"></div>");
		assertThat(Rendering.toFillIn(form, Answers.of(Map.of("people", List.of())), List.of(), english()))
			.containsPattern("colspan=\"2\">Nothing to show</td>");
	}

	@Test
	void parts_of_one_row_stand_beside_each_other_on_a_wide_screen() {
		assertThat(Rendering.toFillIn(form, Answers.empty(), List.of(), english()))
			.containsPattern("<div class=\"form-beside\">\\s*<div class=\"form-beside__cell form-columns-10\">"
					+ "\\s*<div class=\"govuk-form-group\">\\s*<label[^>]*for=\"name\">")
			.containsPattern("<div class=\"form-beside__cell\">\\s*<div class=\"govuk-form-group\">"
					+ "\\s*<label[^>]*for=\"budget\">");
	}

	@Test
	void only_what_others_depend_on_refreshes_the_page_and_only_where_there_is_an_address() {
		FormView view = form.view(everythingAnswered(), List.of(), english());
		assertThat(Rendering.drawn("fields :: fields(${it})", view, english())).doesNotContain("hx-post");
		String html = Rendering.drawn("fields :: fields(${it})", view.refreshedAt("/refresh"), english());
		for (String id : List.of("rich", "name", "people-0-role", "people-0-who", "pair-1-share")) {
			assertThat(html).as(id).containsPattern("id=\"" + id + "\"[^>]*hx-post=\"/refresh\"");
		}
		for (String id : List.of("budget", "story", "phone", "opens", "start-day", "days")) {
			assertThat(html).as(id).doesNotContainPattern("id=\"" + id + "\"[^>]*hx-post");
		}
		assertThat(html).containsPattern("name=\"_add\"\\s+value=\"people\" hx-post=\"/refresh\"")
			.contains("id=\"test-fields\" hx-target=\"this\" hx-swap=\"outerHTML\"");
		FormView one = form.view("choosing", everythingAnswered(), List.of(), english()).refreshedAt("/refresh");
		assertThat(Rendering.drawn("fields :: fields(${it})", one, english())).doesNotContain("hx-post");
	}

	@Test
	void options_by_expression_are_offered_for_the_answers_there_are() {
		String html = Rendering.toFillIn(form, everythingAnswered(), List.of(), english());
		assertThat(html).containsPattern("name=\"chair\"\\s+value=\"Luz\"")
			.containsPattern("name=\"chair\"\\s+value=\"Noor\" checked")
			.containsPattern("value=\"1\"[^>]*>\\s*<label[^>]*for=\"days\">Monday")
			.containsPattern("for=\"days-3\">three")
			.doesNotContain("id=\"days-4\"");
	}

	@Test
	void markup_in_answers_stays_words_in_labels_texts_html_and_tables() {
		Answers nasty = everythingAnswered().with("name", "**b** <script>x</script> [l](https://evil.example)")
			.with("people.1.who", "<img src=x onerror=y>");
		String html = Rendering.toFillIn(form, nasty, List.of(), english());
		assertThat(html).doesNotContain("<script", "<img", "href=\"https://evil.example\"", "<strong>b</strong>")
			.contains("Welcome, **b** &lt;script&gt;x&lt;/script&gt; [l](https://evil.example)</h3>")
			.contains("In all <b>3.5</b>, Luz, &lt;img src=x onerror=y&gt;");
	}

	@Test
	void a_single_required_tick_and_a_group_without_path_need_no_script() {
		FormDefinition small = aFormOf(field("checkbox", "agree", "'validate':{'required':true}"),
				"{'type':'spacer','id':'s'}");
		assertThat(Rendering.toFillIn(small, Answers.empty(), List.of(), english()))
			.contains("id=\"agree\" name=\"agree\"", "govuk-!-margin-bottom-9");
	}

	private static List<String> allOf(String pattern, String html) {
		return Pattern.compile(pattern).matcher(html).results().map(result -> result.group(1)).toList();
	}

}
