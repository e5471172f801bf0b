package org.calltolocalaction.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.forms.Given.aCompletePledge;
import static org.calltolocalaction.forms.Given.english;
import static org.calltolocalaction.forms.Given.thePledgeForm;
import static org.calltolocalaction.forms.Given.theReviewForm;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who reads what of a filled form, and how. */
class SummaryTests {

	@ParameterizedTest
	@EnumSource(names = { "PARTNER", "PUBLIC" })
	void contact_data_reaches_neither_reviewers_nor_the_public(Reader reader) {
		Answers answers = aCompletePledge().with("contactPhone", "+261");
		FormSummary summary = thePledgeForm().summary(answers, english(), reader);
		assertThat(paths(summary)).contains("title")
			.doesNotContain("contactName", "contactEmail", "contactPhone", "consent");
		assertThat(Rendering.toRead(summary, english())).doesNotContain("Luz", "luz@example.org", "+261");
	}

	@ParameterizedTest
	@EnumSource(names = { "AUTHOR", "GOVERNMENT", "COORDINATOR" })
	void contact_data_is_shown_to_members_and_coordinators(Reader reader) {
		assertThat(paths(thePledgeForm().summary(aCompletePledge(), english(), reader))).contains("contactName",
				"contactEmail", "contactPhone", "consent");
	}

	@Test
	void an_internal_note_is_shown_to_whoever_wrote_it_to_other_partners_and_coordinators_only() {
		Answers review = Answers.of(Map.of("internalNote", "Ask MMC", "commentToCity", "Thank you"));
		for (Reader reader : Reader.values()) {
			boolean inside = reader == Reader.AUTHOR || reader == Reader.PARTNER || reader == Reader.COORDINATOR;
			assertThat(paths(theReviewForm().summary(review, english(), reader)).contains("internalNote"))
				.as(reader.name())
				.isEqualTo(inside);
		}
	}

	@Test
	void unanswered_questions_are_named_to_members_and_left_out_for_the_public() {
		FormSummary forMembers = thePledgeForm().summary(aCompletePledge(), english(), Reader.AUTHOR);
		assertThat(answer(forMembers, "budget")).isEqualTo(FormSummary.Answer.NONE);
		assertThat(answer(forMembers, "joint")).isEqualTo(FormSummary.Answer.NO);
		assertThat(Rendering.toRead(forMembers, english())).contains("Not answered");
		FormSummary forAll = thePledgeForm().summary(aCompletePledge(), english(), Reader.PUBLIC);
		assertThat(paths(forAll)).doesNotContain("budget", "joint", "openEnded");
		assertThat(forAll.sections()).extracting(FormSummary.Section::id)
			.containsExactly("government", "action", "objectives");
	}

	@Test
	void what_conditions_hide_is_not_shown_even_if_it_was_answered() {
		FormSummary summary = thePledgeForm().summary(aCompletePledge().with("openEnded", true), english(),
				Reader.AUTHOR);
		assertThat(paths(summary)).contains("openEnded").doesNotContain("end", "jointWith");
	}

	@Test
	void codes_dates_and_numbers_are_in_the_readers_language() {
		FormSummary summary = thePledgeForm().summary(aCompletePledge(), Given.in(Given.SPANISH), Reader.PUBLIC);
		assertThat(answer(summary, "start").values()).containsExactly("31 de enero de 2026");
		assertThat(answer(summary, "stage").values()).containsExactly("En curso");
		assertThat(answer(summary, "mainGcmObjectives").values()).containsExactly("gcmObjectives A", "gcmObjectives B",
				"gcmObjectives C");
		assertThat(row(summary, "title").label()).isEqualTo("Título");
	}

	@ParameterizedTest
	@CsvSource({ "AUTHOR, Su gobierno, La acción", "PARTNER, Gobierno, Acción", "COORDINATOR, Gobierno, Acción",
			"PUBLIC, Gobierno, Acción" })
	void headings_address_nobody_but_the_members(Reader reader, String first, String second) {
		assertThat(thePledgeForm().summary(aCompletePledge(), Given.in(Given.SPANISH), reader).sections())
			.extracting(FormSummary.Section::title)
			.startsWith(first, second);
	}

	@Test
	void what_people_wrote_finds_its_own_direction_and_keeps_its_lines() {
		Answers answers = aCompletePledge().with("evidence", "one\ntwo")
			.with("partners", List.of("مدينة عمان", "IOM"))
			.with("website", "https://example.org/a?b=1&c=2");
		String html = Rendering.toRead(thePledgeForm().summary(answers, english(), Reader.PUBLIC), english());
		assertThat(html).contains("<div class=\"user-text\" dir=\"auto\">one\ntwo</div>")
			.contains("<li dir=\"auto\">مدينة عمان</li>")
			.containsPattern("<a class=\"govuk-link\" rel=\"nofollow noopener ugc\" dir=\"auto\"\\s+"
					+ "href=\"https://example.org/a\\?b=1&amp;c=2\"");
	}

	@Test
	void an_address_that_is_no_web_address_never_becomes_a_link() {
		Answers answers = aCompletePledge().with("website", "javascript:alert(1)");
		assertThat(Rendering.toRead(thePledgeForm().summary(answers, english(), Reader.AUTHOR), english()))
			.contains("javascript:alert(1)")
			.doesNotContain("href=");
	}

	@Test
	void a_change_link_names_its_question_and_leads_to_the_field() {
		FormSummary summary = thePledgeForm().summary(aCompletePledge(), english(), Reader.AUTHOR)
			.withChangeLinks("/my/pledges/CLA-2026-0042/{section}?check=true");
		assertThat(Rendering.toRead(summary, english()))
			.containsPattern("href=\"/my/pledges/CLA-2026-0042/action\\?check=true#start-day\">Change"
					+ "<span\\s+class=\"govuk-visually-hidden\"> Start</span>");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en | (PDF, 1.5 MB)
			es | (PDF, 1,5 MB)
			fr | (PDF, 1,5 Mo)
			""")
	void files_are_named_with_their_type_and_size_in_the_readers_language(String language, String size) {
		Answers answers = aCompletePledge().with("attachments", List.of(Given.aFile("<خطة>.pdf").asAnswer()));
		FormContext context = Given.in(Locale.forLanguageTag(language));

		assertThat(Rendering.toRead(thePledgeForm().summary(answers, context, Reader.PUBLIC), context))
			.contains("<bdi>&lt;خطة&gt;.pdf</bdi>", size)
			.doesNotContain("href=");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en | (PDF, 1,000\u00a0KB)
			es | (PDF, 1000\u00a0kB)
			fr | (PDF, 1\u202f000\u00a0ko)
			""")
	void a_size_of_four_figures_is_written_like_every_number(String language, String size) {
		UploadedFile file = new UploadedFile("one", "plan.pdf", "application/pdf", 999 * 1024 + 1, "a".repeat(64));
		Answers answers = aCompletePledge().with("attachments", List.of(file.asAnswer()));
		FormContext context = Given.in(Locale.forLanguageTag(language));

		assertThat(Rendering.toRead(thePledgeForm().summary(answers, context, Reader.PUBLIC), context)).contains(size);
	}

	@Test
	void a_file_that_was_replaced_by_another_of_the_same_name_is_a_change() {
		UploadedFile before = Given.aFile("plan.pdf");
		UploadedFile after = new UploadedFile("other", "plan.pdf", "application/pdf", before.size(), "b".repeat(64));

		assertThat(thePledgeForm().changes(aCompletePledge().with("attachments", List.of(before.asAnswer())),
				aCompletePledge().with("attachments", List.of(after.asAnswer())), english(), Reader.PARTNER))
			.containsExactly(new Change("Documents and pictures", "plan.pdf", "plan.pdf"));
	}

	private static List<String> paths(FormSummary summary) {
		return summary.sections()
			.stream()
			.flatMap(section -> section.rows().stream())
			.map(FormSummary.Row::path)
			.toList();
	}

	private static FormSummary.Row row(FormSummary summary, String path) {
		return summary.sections()
			.stream()
			.flatMap(section -> section.rows().stream())
			.filter(row -> row.path().equals(path))
			.findFirst()
			.orElseThrow();
	}

	private static FormSummary.Answer answer(FormSummary summary, String path) {
		return row(summary, path).answer();
	}

}
