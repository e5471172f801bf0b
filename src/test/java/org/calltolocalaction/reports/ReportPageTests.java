package org.calltolocalaction.reports;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.calltolocalaction.coordination.Scene;
import org.calltolocalaction.coordination.WithoutProcess;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.ReleaseReport;
import org.calltolocalaction.identity.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
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
			mvc.perform(get("/reports").with(Scene.by(person))).andExpect(content().string(containsString("/reports/2032")));
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
	void countries_stand_in_the_order_of_the_reader_s_language() throws Exception {
		publish();
		mvc.perform(get("/reports/2032"))
			.andExpect(content().string(stringContainsInOrder("<h4", "Austria", "<h4", "Norway")));
		mvc.perform(get("/reports/2032").param("lang", "fr"))
			.andExpect(content().string(stringContainsInOrder("<h4", "Autriche", "<h4", "Norvège")))
			.andExpect(content().string(containsString("Réduire la vulnérabilité")));
		mvc.perform(get("/reports/2032").param("lang", "es"))
			.andExpect(content().string(containsString("Informe de 2032")))
			.andExpect(content().string(containsString("Publicado el 2 de octubre de 2032.")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2033", "1900", "abc", "20322", "2032x" })
	void a_year_without_a_report_is_not_found(String year) throws Exception {
		mvc.perform(get("/reports/" + year).with(Scene.by(scene.coordinator()))).andExpect(status().isNotFound());
	}

	private void publish() {
		scene.closeCall(edition);
		release.confirmContents(edition, scene.coordinator());
		reports.freeze(edition);
		release.approve(edition, scene.coordinator());
		reports.publish(edition);
	}

}
