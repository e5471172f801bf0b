package org.calltolocalaction.reports.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.calltolocalaction.coordination.Scene;
import org.calltolocalaction.coordination.WithoutProcess;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.ReleaseReport;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.files.AttachFile;
import org.calltolocalaction.pledges.files.AttachFile.Upload;
import org.calltolocalaction.pledges.placement.PlacementReason;
import org.calltolocalaction.reports.EditionReports;
import org.calltolocalaction.reports.StopKind;
import org.calltolocalaction.testing.SampleFiles;
import org.calltolocalaction.testing.SamplePledge;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/**
 * A pledge that everybody read is taken from the public: it is found nowhere, its
 * addresses say so, and its report keeps what was frozen behind an erratum.
 */
@WithoutProcess
class TakenFromThePublicTests {

	private static final String TITLE = "Wherewithal for newcomers";

	private static final EditionYear YEAR = new EditionYear(2034);

	@Autowired
	private Scene scene;

	@Autowired
	private AttachFile attach;

	@Autowired
	private Publications publications;

	@Autowired
	private StopPublication stop;

	@Autowired
	private ResumePublication resume;

	@Autowired
	private ReleaseReport release;

	@Autowired
	private EditionReports reports;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvc mvc;

	private Person member;

	private Person coordinator;

	private PledgeReference pledge;

	private String file;

	@BeforeEach
	void a_public_pledge_with_a_file_beside_another() {
		scene.openCall(YEAR.value());
		coordinator = scene.coordinator();
		member = scene.member("Municipalidad de Ñuñoa", "CL");
		pledge = scene.begin().begin(SamplePledge.titled(TITLE), member);
		byte[] plan = SampleFiles.pdf("Plan");
		file = ((AttachFile.Attached) attach.attach(pledge, "attachments",
				new Upload("plan.pdf", plan.length, new ByteArrayResource(plan)), UUID.randomUUID(), member))
			.file()
			.id();
		scene.submit().submit(pledge, scene.pledges().pledge(pledge).draftVersion(), member);
		List.of("IOM", "MMC", "UCLG").forEach(partner -> {
			scene.round().open(pledge, new PartnerCode(partner));
			scene.review(pledge, partner, "APPROVE", "");
		});
		scene.decide().accept(pledge);
		scene.include().inThisEdition(pledge, PlacementReason.IN_TIME);
		scene.included(scene.member("Stadt Wien", "AT"), "The Vienna pledge", Map.of());
	}

	@Test
	void it_is_found_nowhere() throws Exception {
		publish();
		for (String address : everywhere()) {
			assertThat(page(address)).as(address).containsAnyOf(TITLE, "/pledges/" + pledge);
		}

		takeDown(StopKind.PERSONAL_DATA);

		for (String address : everywhere()) {
			assertThat(page(address)).as(address).doesNotContain(TITLE, "/pledges/" + pledge, "Ñuñoa");
		}
		assertThat(page("/pledges?edition=2034")).contains("The Vienna pledge");
		assertThat(jdbc.sql("select count(*) from published_pledge where reference = ?")
			.param(pledge.value())
			.query(Long.class)
			.single()).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "en|CONSENT_WITHDRAWN|its government has withdrawn its consent to publication",
					"es|PERSONAL_DATA|ya no es público, porque contenía datos personales",
					"fr|ERROR|n’est plus public, en raison d’une erreur" })
	void its_addresses_say_that_it_is_gone_and_why(String language, StopKind kind, String sentence) throws Exception {
		if (kind.byGovernment()) {
			withdrawConsent();
		}
		else {
			takeDown(kind);
		}

		for (String address : List.of("/pledges/" + pledge, "/pledges/" + pledge + "/files/" + file)) {
			mvc.perform(get(address).param("lang", language))
				.andExpect(status().isGone())
				.andExpect(content().string(containsString(pledge.value())))
				.andExpect(content().string(containsString(sentence)))
				.andExpect(content().string(containsString("noindex")))
				.andExpect(content().string(not(containsString(TITLE))));
		}
		for (String address : List.of("/pledges/" + pledge + ".json", "/pledges/" + pledge)) {
			mvc.perform(get(address).param("lang", language).accept(MediaType.APPLICATION_JSON))
				.andExpect(status().isGone())
				.andExpect(header().string("Content-Type", containsString("application/json")))
				.andExpect(jsonPath("$.reference").value(pledge.value()))
				.andExpect(jsonPath("$.kind").value(kind.name()))
				.andExpect(jsonPath("$.takenOutAt").isNotEmpty())
				.andExpect(jsonPath("$.text").value(containsString(sentence)));
		}
	}

	@Test
	void what_never_was_public_is_not_found() throws Exception {
		PledgeReference quiet = scene.included(member, "A quiet pledge", Map.of("consent", "NO"));

		mvc.perform(get("/pledges/" + quiet)).andExpect(status().isNotFound());
		assertThatThrownBy(() -> stop.withdrawConsent(quiet, seen(quiet), "", member)).isInstanceOf(Refused.class);
		assertThatThrownBy(() -> stop.takeDown(quiet, StopKind.ERROR, seen(quiet), "Why", coordinator))
			.isInstanceOf(Refused.class);
		mvc.perform(get("/pledges/" + quiet)).andExpect(status().isNotFound());
	}

	@Test
	void a_frozen_report_keeps_its_hash_and_tells_its_readers_in_the_place_of_the_entry() throws Exception {
		publish();
		String before = frozen();

		withdrawConsent();

		assertThat(frozen()).isEqualTo(before);
		assertThat(reports.unaltered(YEAR)).isTrue();
		String sentence = "Pledge " + pledge + " was taken out of this report on 2 October 2034, "
				+ "because its government withdrew its consent to publication.";
		assertThat(page("/reports/2034")).containsSubsequence("Errata of this report: 1", "Chile", sentence,
				"id=\"errata\"", sentence);
		assertThat(page("/reports/2034?lang=es")).contains("se retiró de este informe el 2 de octubre de 2034");
		assertThat(page("/reports/2034?lang=fr")).contains("a été retiré de ce rapport le 2 octobre 2034");
		assertThat(page("/reports/2034.csv")).contains(pledge + ",,2034,", sentence);
		assertThat(page("/pledges.csv")).doesNotContain(pledge.value());
	}

	@Test
	void it_is_everywhere_again_when_the_consent_is_given_again_and_the_report_says_so() throws Exception {
		publish();
		withdrawConsent();

		resume.giveConsentAgain(pledge, seen(pledge), member);

		for (String address : everywhere()) {
			assertThat(page(address)).as(address).containsAnyOf(TITLE, "/pledges/" + pledge);
		}
		mvc.perform(get("/pledges/" + pledge)).andExpect(status().isOk());
		mvc.perform(get("/pledges/" + pledge + "/files/" + file)).andExpect(status().isOk());
		assertThat(page("/reports/2034")).contains(TITLE, "was taken out of this report on 2 October 2034",
				"It has been shown again since 2 October 2034.");
		assertThat(page("/reports/2034.csv")).doesNotContain("was taken out");
		assertThat(reports.unaltered(YEAR)).isTrue();
	}

	@Test
	void a_report_that_still_grows_does_not_print_it_and_is_frozen_without_it() throws Exception {
		withdrawConsent();
		assertThat(preview()).doesNotContain(TITLE, "Errata");

		publish();

		assertThat(page("/reports/2034")).doesNotContain(TITLE, pledge.value(), "Errata");
		resume.giveConsentAgain(pledge, seen(pledge), member);
		mvc.perform(get("/pledges/" + pledge)).andExpect(status().isOk());
		assertThat(page("/reports/2034")).doesNotContain(TITLE)
			.contains("Pledge " + pledge + " has been public since 2 October 2034. It is not shown in this report");
	}

	@Test
	void a_report_that_still_grows_prints_it_again() throws Exception {
		withdrawConsent();
		resume.giveConsentAgain(pledge, seen(pledge), member);

		assertThat(preview()).contains(TITLE);
	}

	@Test
	void a_new_place_in_a_report_does_not_make_it_public_again() throws Exception {
		withdrawConsent();

		scene.include().inThisEdition(pledge, PlacementReason.IN_TIME);

		mvc.perform(get("/pledges/" + pledge)).andExpect(status().isGone());
		assertThat(preview()).doesNotContain(TITLE);
	}

	@Test
	void it_is_public_once_neither_its_government_nor_the_coordinators_keep_it_back() throws Exception {
		takeDown(StopKind.ERROR);
		withdrawConsent();

		resume.putBack(pledge, seen(pledge), "Put right", coordinator);
		mvc.perform(get("/pledges/" + pledge)).andExpect(status().isGone());

		resume.giveConsentAgain(pledge, seen(pledge), member);
		mvc.perform(get("/pledges/" + pledge)).andExpect(status().isOk());
	}

	@Test
	void each_gives_back_only_what_was_theirs_to_take() {
		takeDown(StopKind.ERROR);
		assertThatThrownBy(() -> resume.giveConsentAgain(pledge, seen(pledge), member)).isInstanceOf(Refused.class);

		resume.putBack(pledge, seen(pledge), "Put right", coordinator);
		withdrawConsent();

		assertThatThrownBy(() -> resume.putBack(pledge, seen(pledge), "Because", coordinator))
			.isInstanceOf(Refused.class);
	}

	@Test
	void nobody_else_takes_it_from_the_public() {
		Person stranger = scene.member("Another city", "AT");
		Person reviewer = scene.reviewer("IOM");
		String seen = seen(pledge);

		assertThatThrownBy(() -> stop.withdrawConsent(pledge, seen, "", stranger)).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> stop.takeDown(pledge, StopKind.ERROR, seen, "Why", member))
			.isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> stop.takeDown(pledge, StopKind.ERROR, seen, "Why", reviewer))
			.isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> publications.ofMember(pledge, stranger)).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> publications.ofCoordinator(pledge, reviewer)).isInstanceOf(NotAllowed.class);
	}

	@Test
	void what_was_foreseen_is_what_is_done() {
		String seen = seen(pledge);
		publish();

		assertThatThrownBy(() -> stop.withdrawConsent(pledge, seen, "", member)).isInstanceOf(Refused.class)
			.hasMessageContaining("publication-changed");
		assertThatThrownBy(() -> stop.takeDown(pledge, StopKind.ERROR, seen, "Why", coordinator))
			.isInstanceOf(Refused.class)
			.hasMessageContaining("publication-changed");
	}

	@Test
	void coordinators_say_why() {
		assertThatThrownBy(() -> stop.takeDown(pledge, StopKind.ERROR, seen(pledge), "  ", coordinator))
			.isInstanceOf(Refused.class)
			.hasMessageContaining("no-reason");
	}

	@Test
	void a_member_reads_what_would_follow_withdraws_the_consent_and_gives_it_again() throws Exception {
		String address = "/my/pledges/" + pledge + "/publication";
		mvc.perform(get("/my/pledges/" + pledge + "/status").with(Scene.by(member)))
			.andExpect(content().string(containsString(address)));
		mvc.perform(get(address).with(Scene.by(member)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Everybody can read this pledge")))
			.andExpect(content().string(containsString("The 2034 report will not show the pledge.")))
			.andExpect(content().string(not(containsString("Give consent to publication again"))));

		mvc.perform(post(address + "/withdraw").with(Scene.by(member))
			.with(csrf())
			.param("foreseen", seen(pledge))
			.param("reason", "The council decided so")).andExpect(status().is3xxRedirection());

		mvc.perform(get("/pledges/" + pledge)).andExpect(status().isGone());
		mvc.perform(get(address).with(Scene.by(member)))
			.andExpect(content().string(containsString("withdrew its consent to publication on 1 May 2034")))
			.andExpect(content().string(containsString("The 2034 report will show the pledge.")))
			.andExpect(content().string(not(containsString("Withdraw consent to publication"))));
		mvc.perform(post(address + "/give").with(Scene.by(member)).with(csrf()).param("foreseen", seen(pledge)))
			.andExpect(status().is3xxRedirection());
		mvc.perform(get("/pledges/" + pledge)).andExpect(status().isOk());
	}

	@Test
	void a_coordinator_says_why_before_a_pledge_is_taken_down_and_put_back() throws Exception {
		publish();
		String address = "/coordination/pledges/" + pledge + "/publication";
		mvc.perform(get("/coordination/pledges/" + pledge).with(Scene.by(coordinator)))
			.andExpect(content().string(containsString(address)));
		mvc.perform(get(address).with(Scene.by(coordinator)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("In the 2034 report, whose contents are final, a note")));
		mvc.perform(post(address + "/take-down").with(Scene.by(coordinator))
			.with(csrf())
			.param("kind", "CONSENT_WITHDRAWN")
			.param("foreseen", seen(pledge)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Select why the pledge is taken down")))
			.andExpect(content().string(containsString("Enter the reason")));
		mvc.perform(get("/pledges/" + pledge)).andExpect(status().isOk());

		mvc.perform(post(address + "/take-down").with(Scene.by(coordinator))
			.with(csrf())
			.param("kind", "PERSONAL_DATA")
			.param("reason", "A telephone number")
			.param("foreseen", seen(pledge))).andExpect(status().is3xxRedirection());

		mvc.perform(get("/pledges/" + pledge)).andExpect(status().isGone());
		mvc.perform(get("/my/pledges/" + pledge + "/publication").with(Scene.by(member)))
			.andExpect(content().string(containsString("The coordinators have taken down the pledge")))
			.andExpect(content().string(containsString("will not be able to publish it again without your consent")));
		mvc.perform(get(address).with(Scene.by(coordinator)))
			.andExpect(content().string(containsString("because it contains personal data")))
			.andExpect(content().string(containsString("The errata of the 2034 report will keep saying")));
		mvc.perform(post(address + "/put-back").with(Scene.by(coordinator)).with(csrf()).param("reason", " "))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Enter the reason")));
		mvc.perform(post(address + "/put-back").with(Scene.by(coordinator))
			.with(csrf())
			.param("reason", "It was public anyway")
			.param("foreseen", seen(pledge))).andExpect(status().is3xxRedirection());
		mvc.perform(get("/pledges/" + pledge)).andExpect(status().isOk());
	}

	@Test
	void a_pledge_that_stands_in_no_report_leads_back_to_its_page() throws Exception {
		PledgeReference waiting = scene.underReview(member, "A waiting pledge", Map.of());

		mvc.perform(get("/my/pledges/" + waiting + "/publication").with(Scene.by(member)))
			.andExpect(header().string("Location", "/my/pledges/" + waiting));
		mvc.perform(get("/coordination/pledges/" + waiting + "/publication").with(Scene.by(coordinator)))
			.andExpect(header().string("Location", "/coordination/pledges/" + waiting));
	}

	@Test
	void a_report_lists_its_newest_errata_and_says_how_many_there_are() throws Exception {
		publish();
		for (int time = 0; time < 51; time++) {
			withdrawConsent();
			resume.giveConsentAgain(pledge, seen(pledge), member);
		}

		assertThat(page("/reports/2034")).contains("Errata of this report: 51", "The list shows the latest 50 of 51.");
	}

	private static List<String> everywhere() {
		return List.of("/pledges?q=wherewithal", "/pledges?edition=2034", "/pledges?q=nunoa", "/pledges.csv",
				"/pledges.csv?q=wherewithal", "/reports/2034.csv", "/reports/2034", "/sitemap.xml");
	}

	private void withdrawConsent() {
		stop.withdrawConsent(pledge, seen(pledge), "", member);
	}

	private void takeDown(StopKind kind) {
		stop.takeDown(pledge, kind, seen(pledge), "A telephone number", coordinator);
	}

	private String seen(PledgeReference reference) {
		return publications.ofCoordinator(reference, coordinator).orElseThrow().fingerprint();
	}

	private String preview() throws Exception {
		return mvc.perform(get("/reports/2034").with(Scene.by(coordinator)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private String page(String address) throws Exception {
		return mvc.perform(get(address))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
	}

	private String frozen() {
		return jdbc
			.sql("""
					select sha256 || figures::text || (select string_agg(content::text || published, ',' order by reference)
					from report_entry where edition_year = frozen_report.edition_year) from frozen_report where edition_year = ?""")
			.param(YEAR.value())
			.query(String.class)
			.single();
	}

	private void publish() {
		scene.closeCall(YEAR);
		release.confirmContents(YEAR, "Every decision is there", coordinator);
		reports.freeze(YEAR);
		release.approve(YEAR, "It was read", coordinator);
		reports.publish(YEAR);
	}

}
