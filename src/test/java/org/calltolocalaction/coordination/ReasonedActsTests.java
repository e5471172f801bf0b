package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.util.List;
import org.calltolocalaction.coordination.forecast.ForetoldActs;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Forum;
import org.calltolocalaction.editions.OpenEdition;
import org.calltolocalaction.editions.ReleaseReport;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.reports.EditionReports;
import org.calltolocalaction.testing.Foreseen;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Whoever leads an edition on its way says why, and the reason stays beside the act. */
@WithoutProcess
class ReasonedActsTests {

	private static final EditionYear YEAR = new EditionYear(2033);

	private static final String PAGE = "/coordination/editions/2033";

	@Autowired
	private Scene scene;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private ReleaseReport release;

	@Autowired
	private OpenEdition openEdition;

	@Autowired
	private ConfirmContents contents;

	@Autowired
	private EditionReports reports;

	@Autowired
	private ForetoldActs foretold;

	@Autowired
	private MockMvc mvc;

	private Person coordinator;

	@BeforeEach
	void a_call_that_has_closed() {
		scene.openCall(YEAR.value());
		coordinator = scene.coordinator();
		scene.closeCall(YEAR);
	}

	@Test
	void a_call_is_not_opened_without_a_reason_and_what_was_typed_stays() throws Exception {
		String page = answer(OpeningForm.of("2034").without("reason"));

		assertThat(page).contains("href=\"#reason\"", "Enter the reason for opening the call",
				"value=\"30, 14, 7, 2\"");
		assertThat(answer(OpeningForm.of("2034").with("reason", "x".repeat(1001))))
			.contains("The reason must be 1,000 characters or fewer");
		assertThat(scene.editions().find(new EditionYear(2034))).isEmpty();
	}

	@Test
	void the_reason_of_an_opening_is_read_once_more_and_kept_where_something_else_follows() throws Exception {
		OpeningForm form = OpeningForm.of("2034").with("reason", "The forum was moved to spring");

		assertThat(answer(form.with("foreseen", "another"))).contains("What will follow has changed",
				"name=\"reason\" value=\"The forum was moved to spring\"",
				"The forum was moved to spring</blockquote>");

		form.confirmed(mvc, coordinator).andExpect(redirectedUrl("/coordination/editions/2034"));
		assertThat(reason(new EditionYear(2034), "edition.opened")).isEqualTo("The forum was moved to spring");
		assertThat(page("/coordination/editions/2034")).contains("The forum was moved to spring");
		assertThat(act(new EditionYear(2034))).contains("The forum was moved to spring", coordinator.email());
	}

	@Test
	void contents_are_not_confirmed_without_a_reason_which_stays_where_something_else_follows() throws Exception {
		String foreseen = Foreseen.on(page(PAGE + "/contents"));

		assertThat(sent("/contents", " ", foreseen)).contains("href=\"#reason\"",
				"Enter the reason for confirming the contents");
		assertThat(sent("/contents", "Nobody sends more", "another")).contains("What will follow has changed",
				"Nobody sends more</textarea>");
		assertThat(scene.editions().edition(YEAR).state()).isEqualTo(EditionState.CLOSED);

		mvc.perform(sending("/contents", "Nobody sends more", foreseen)).andExpect(redirectedUrl(PAGE));
		assertThat(reason(YEAR, "edition.contents-confirmed")).isEqualTo("Nobody sends more");
		assertThat(page(PAGE)).contains("Nobody sends more");
		assertThat(act(YEAR)).contains("Nobody sends more", coordinator.email());
	}

	@Test
	void a_report_is_not_approved_without_a_reason_which_stays_where_something_else_follows() throws Exception {
		contents.confirm(YEAR, "Nobody sends more", contents.forecast(YEAR, coordinator).fingerprint(), coordinator);
		reports.freeze(YEAR);
		String foreseen = Foreseen.on(page(PAGE + "/approval"));

		assertThat(sent("/approval", "", foreseen)).contains("href=\"#reason\"",
				"Enter the reason for approving the report");
		assertThat(sent("/approval", "It was read in full", "another")).contains("What will follow has changed",
				"It was read in full</textarea>");
		assertThat(release.approved(YEAR)).isFalse();

		mvc.perform(sending("/approval", "It was read in full", foreseen)).andExpect(redirectedUrl(PAGE));
		assertThat(reason(YEAR, "edition.report-approved")).isEqualTo("It was read in full");
		assertThat(page(PAGE)).contains("It was read in full");
	}

	@Test
	void the_use_cases_ask_for_the_reason_themselves() {
		EditionYear next = YEAR.next();
		assertThatThrownBy(() -> openEdition.open(next, Forum.NOT_KNOWN_YET, List.of(new PartnerCode("UCLG")),
				Deadline.byDefault(next), " ", coordinator))
			.isInstanceOf(Refused.class)
			.hasMessageContaining("call-no-reason");
		assertThatThrownBy(() -> release.confirmContents(YEAR, " ", coordinator)).isInstanceOf(Refused.class)
			.hasMessageContaining("contents-no-reason");
		assertThatThrownBy(() -> release.approve(YEAR, "", coordinator)).isInstanceOf(Refused.class)
			.hasMessageContaining("report-no-reason");
	}

	/** What is compared with its forecast, of the newest act. */
	private String act(EditionYear year) throws Exception {
		return page("/coordination/editions/" + year + "/acts/" + foretold.on(year, coordinator).get(0).id());
	}

	private Object reason(EditionYear year, String kind) {
		return trail.newest(year, kind, 1).get(0).personal().get("reason");
	}

	private String answer(OpeningForm form) throws Exception {
		return form.sent(mvc, coordinator).andReturn().getResponse().getContentAsString();
	}

	private MockHttpServletRequestBuilder sending(String address, String reason, String foreseen) {
		return post(PAGE + address).with(Scene.by(coordinator))
			.with(csrf())
			.param("reason", reason)
			.param("foreseen", foreseen);
	}

	private String sent(String address, String reason, String foreseen) throws Exception {
		return mvc.perform(sending(address, reason, foreseen)).andReturn().getResponse().getContentAsString();
	}

	private String page(String address) throws Exception {
		return mvc.perform(get(address).with(Scene.by(coordinator))).andReturn().getResponse().getContentAsString();
	}

}
