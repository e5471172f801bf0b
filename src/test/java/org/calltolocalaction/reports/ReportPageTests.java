package org.calltolocalaction.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.calltolocalaction.coordination.Scene;
import org.calltolocalaction.coordination.WithoutProcess;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.ReleaseReport;
import org.calltolocalaction.governments.CorrectProfile;
import org.calltolocalaction.governments.GovernmentProfile;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@WithoutProcess
class ReportPageTests {

	@Autowired
	private Scene scene;

	@Autowired
	private ReleaseReport release;

	@Autowired
	private EditionReports reports;

	@Autowired
	private ReportContents contents;

	@Autowired
	private Governments governments;

	@Autowired
	private CorrectProfile correct;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvc mvc;

	private EditionYear edition;

	@BeforeEach
	void an_edition_with_pledges() {
		edition = scene.openCall(2032);
		scene.included(scene.member("Kommune Oslo", "NO"), "The Oslo pledge", Map.of());
		scene.included(scene.member("Stadt Wien", "AT"), "The Vienna pledge", Map.of());
		scene.included(scene.member("City of Silence", "FR"), "A quiet pledge", Map.of("consent", "NO"));
	}

	@Test
	void before_its_publication_nobody_outside_learns_that_there_is_a_report() throws Exception {
		mvc.perform(get("/reports/2032")).andExpect(status().isNotFound());
		mvc.perform(get("/reports/2032").with(Scene.by(scene.member("A city", "ES")))).andExpect(status().isNotFound());
		mvc.perform(get("/reports")).andExpect(content().string(not(containsString("/reports/2032"))));
	}

	@Test
	void coordinators_and_reviewers_see_a_preview() throws Exception {
		for (Person person : new Person[] { scene.coordinator(), scene.reviewer("IOM") }) {
			mvc.perform(get("/reports").with(Scene.by(person)))
				.andExpect(content().string(containsString("/reports/2032")));
			mvc.perform(get("/reports/2032").with(Scene.by(person)))
				.andExpect(status().isOk())
				.andExpect(content().string(containsString("Preview")))
				.andExpect(content().string(containsString("The Oslo pledge")));
		}
	}

	@Test
	void only_coordinators_learn_how_many_pledges_may_not_be_published() throws Exception {
		mvc.perform(get("/reports/2032").with(Scene.by(scene.coordinator())))
			.andExpect(content().string(containsString("Accepted pledges not shown here")))
			.andExpect(content().string(not(containsString("A quiet pledge"))));
		mvc.perform(get("/reports/2032").with(Scene.by(scene.reviewer("IOM"))))
			.andExpect(content().string(not(containsString("did not agree to publication"))));
	}

	@Test
	void once_it_is_published_everybody_reads_it_and_nobody_finds_contact_data_in_it() throws Exception {
		publish();
		mvc.perform(get("/reports")).andExpect(content().string(containsString("/reports/2032")));
		mvc.perform(get("/reports/2032"))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Published on 2 October 2032.")))
			.andExpect(content().string(containsString("The Vienna pledge")))
			.andExpect(content().string(not(containsString("A quiet pledge"))))
			.andExpect(content().string(not(containsString("City of Silence"))))
			.andExpect(content().string(not(containsString("Preview"))))
			.andExpect(content().string(not(containsString("onfidential"))));
	}

	@Test
	void countries_and_the_forum_are_named_and_sorted_in_the_reader_s_language() throws Exception {
		publish();
		mvc.perform(get("/reports/2032"))
			.andExpect(content().string(stringContainsInOrder("<h4", "Austria", "<h4", "Norway")));
		mvc.perform(get("/reports/2032").param("lang", "fr"))
			.andExpect(content().string(stringContainsInOrder("<h4", "Autriche", "<h4", "Norvège")))
			.andExpect(content().string(containsString("Réduire la vulnérabilité")))
			.andExpect(content().string(containsString("Un forum de 2032")));
		mvc.perform(get("/reports/2032").param("lang", "es"))
			.andExpect(content().string(containsString("Informe de 2032")))
			.andExpect(content().string(containsString("Foro: Un foro de 2032")))
			.andExpect(content().string(containsString("Publicado el 2 de octubre de 2032.")));
	}

	@Test
	void a_long_report_is_read_page_by_page_and_each_pledge_stands_on_one_of_them() throws Exception {
		publish();
		frozenEntries(130);
		List<String> seen = new ArrayList<>();
		for (int page = 1; page <= 3; page++) {
			String text = page("/reports/2032?page=" + page);
			List<String> here = found(text, "href=\"/pledges/(CLA-[0-9-]+)\"");
			assertThat(here).hasSize(page < 3 ? 50 : 32);
			assertThat(text).contains("page " + page + " of 3");
			seen.addAll(here);
		}
		assertThat(seen).doesNotHaveDuplicates();
		// Beyond the last page, and where the address says no number, there is a page all
		// the same.
		assertThat(body(page("/reports/2032?page=99")))
			.isEqualTo(body(page("/reports/2032?page=3")).replace("page=3&", "page=99&"));
		assertThat(found(page("/reports/2032?page=x"), "href=\"/pledges/(CLA-[0-9-]+)\""))
			.isEqualTo(seen.subList(0, 50));
	}

	@Test
	void the_contents_of_a_long_report_lead_to_the_page_on_which_a_section_begins() throws Exception {
		publish();
		frozenEntries(130);
		Matcher section = Pattern.compile("href=\"(?:/reports/2032)?(\\?page=[0-9])?#(section-[A-Z-]+)\"")
			.matcher(page("/reports/2032"));
		int sections = 0;
		while (section.find()) {
			sections++;
			assertThat(page("/reports/2032" + (section.group(1) == null ? "" : section.group(1))))
				.contains("id=\"" + section.group(2) + "\"");
		}
		assertThat(sections).isEqualTo(3);
	}

	@Test
	void what_is_counted_is_the_same_before_and_after_the_freeze() {
		ReportFigures growing = contents.report(edition).figures();
		publish();
		assertThat(contents.report(edition).figures()).isEqualTo(growing);
		assertThat(growing.pledges()).isEqualTo(2);
		assertThat(growing.notForPublication()).isEqualTo(1);
		assertThat(growing.byObjective()).containsEntry("GCM-07", 2L);
	}

	@Test
	void a_name_that_is_corrected_stands_in_the_preview_and_not_in_what_was_frozen() throws Exception {
		Person member = scene.member("Bergn", "NO");
		scene.included(member, "A pledge", Map.of());
		correct.correct(governments.own(member).id(), profile("Bergen Kommune"), scene.coordinator());
		assertThat(governmentNames()).contains("Bergen Kommune").doesNotContain("Bergn");
		publish();
		correct.correct(governments.own(member).id(), profile("Bergen By"), scene.coordinator());
		assertThat(governmentNames()).contains("Bergen Kommune").doesNotContain("Bergen By");
	}

	@Test
	void a_report_that_somebody_changed_past_the_desk_is_not_published() {
		scene.closeCall(edition);
		release.confirmContents(edition, "Every decision is there", scene.coordinator());
		reports.freeze(edition);
		release.approve(edition, "It was read", scene.coordinator());
		assertThat(reports.unaltered(edition)).isTrue();

		jdbc.sql(
				"""
						update report_entry set content = jsonb_set(content, '{governmentName}', '"Another"') where edition_year = 2032
						and reference = (select min(reference) from report_entry where edition_year = 2032)""")
			.update();

		assertThat(reports.unaltered(edition)).isFalse();
		assertThatThrownBy(() -> reports.publish(edition)).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("not what was frozen");
	}

	private List<String> governmentNames() {
		List<String> names = new ArrayList<>();
		contents.each(edition, ReportPortion.WHOLE, printed -> names.add(printed.entry().governmentName()));
		return names;
	}

	private static GovernmentProfile profile(String name) {
		return new GovernmentProfile(name, "MUNICIPALITY", "NO", "EUROPE", "");
	}

	/** Past the use cases: nobody would wait for their processes. */
	private void frozenEntries(int number) {
		jdbc.sql(
				"""
						insert into report_entry (edition_year, reference, revision, government_name, government_type, country, region,
						published, objectives, content, sha256)
						select edition_year, other, 1, place, 'MUNICIPALITY', there, section, true, objectives, content || jsonb_build_object(
						'reference', other, 'governmentName', place, 'country', there, 'region', section), ''
						from (select report_entry.*, 'CLA-2031-' || lpad(number::text, 4, '0') as other, 'City ' || number as place,
						(array['UG', 'KE', 'AR', 'CL', 'NO'])[1 + number % 5] as there,
						(array['AFRICA', 'AFRICA', 'LATAM', 'LATAM', 'EUROPE'])[1 + number % 5] as section
						from report_entry, generate_series(1, :number) as number where report_entry.edition_year = 2032
						and report_entry.published and government_name like 'Kommune Oslo%') as generated""")
			.param("number", number)
			.update();
		jdbc.sql("update frozen_report set figures = null where edition_year = 2032").update();
	}

	/** Without its head, which knows the page that is shown and not the one asked for. */
	private static String body(String page) {
		return page.substring(page.indexOf("</head>"));
	}

	private String page(String address) throws Exception {
		return mvc.perform(get(address)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
	}

	private static List<String> found(String text, String pattern) {
		return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2033", "1900", "abc", "20322", "2032x" })
	void a_year_without_a_report_is_not_found(String year) throws Exception {
		mvc.perform(get("/reports/" + year).with(Scene.by(scene.coordinator()))).andExpect(status().isNotFound());
	}

	private void publish() {
		scene.closeCall(edition);
		release.confirmContents(edition, "Every decision is there", scene.coordinator());
		reports.freeze(edition);
		release.approve(edition, "It was read", scene.coordinator());
		reports.publish(edition);
	}

}
