package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.calltolocalaction.coordination.figures.EditionFile;
import org.calltolocalaction.coordination.figures.Overview;
import org.calltolocalaction.coordination.lists.RebuildPledgeLines;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionCycle;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.DisagreementReason;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reports.EditionReports;
import org.calltolocalaction.testing.Foreseen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@WithoutProcess
class CoordinationPageTests {

	@Autowired
	private Scene scene;

	@Autowired
	private ConfirmContents confirmContents;

	@Autowired
	private DeadlinePreview deadlinePreview;

	@Autowired
	private RebuildPledgeLines rebuild;

	@Autowired
	private Overview overview;

	@Autowired
	private EditionFile editionFile;

	@Autowired
	private PledgeFile pledgeFile;

	@Autowired
	private EditionReports reports;

	@Autowired
	private EditionCycle cycle;

	@Autowired
	private MockMvc mvc;

	private EditionYear edition;

	private Person coordinator;

	private Person oslo;

	@BeforeEach
	void an_open_call() {
		edition = scene.openCall(2033);
		coordinator = scene.coordinator();
		oslo = scene.member("Kommune Oslo", "NO");
	}

	@Test
	void the_overview_says_how_long_the_call_is_open_and_who_has_to_move() throws Exception {
		PledgeReference disputed = disagreement();
		PledgeReference late = scene.underReview(oslo, "A slow review", Map.of());
		scene.clock().advance(Duration.ofDays(60));
		mvc.perform(get("/coordination").with(Scene.by(coordinator)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("1 October 2033, 23:59:59 (anywhere on Earth, UTC−12)")))
			.andExpect(content().string(containsString("In your time zone: 2 October 2033, 11:59:59 (UTC)")))
			.andExpect(content().string(containsString("in 93 days and 23 hours")))
			.andExpect(content().string(containsString(disputed.value())))
			.andExpect(content().string(containsString(late.value())))
			.andExpect(content().string(containsString("overdue")));
	}

	@Test
	void contents_are_not_confirmed_while_a_pledge_that_was_in_time_is_under_review() throws Exception {
		PledgeReference open = scene.underReview(oslo, "A slow review", Map.of());
		scene.closeCall(edition);
		assertThat(confirmContents.forecast(edition, coordinator).missing()).containsExactly(open);
		mvc.perform(get("/coordination/editions/2033").with(Scene.by(coordinator)))
			.andExpect(content().string(containsString("Pledges without a decision")))
			.andExpect(content().string(containsString("Waiting for: IOM, MMC, UCLG")))
			.andExpect(content().string(not(containsString("/contents\""))));
		mvc.perform(post("/coordination/editions/2033/contents").param("reason", "Every decision is there")
			.with(Scene.by(coordinator))
			.with(csrf())).andExpect(status().isConflict()).andExpect(content().string(containsString(open.value())));
		verify(cycle, never()).contentsConfirmed(any());
	}

	@Test
	void an_edition_of_many_pledges_is_listed_page_by_page() throws Exception {
		many(scene.underReview(oslo, "A slow review", Map.of()), 120);
		String first = page("/coordination/editions/2033/pledges?sort=reference");
		String second = page("/coordination/editions/2033/pledges?sort=reference&page=2");
		String last = page("/coordination/editions/2033/pledges?sort=reference&page=3");
		assertThat(references(first)).hasSize(50).doesNotContainAnyElementsOf(references(second));
		assertThat(references(last)).hasSize(21);
		assertThat(first).contains("121 found", "page 1 of 3",
				"href=\"/coordination/editions/2033/pledges?sort=reference&amp;page=2\"");
		assertThat(references(page("/coordination/editions/2033/pledges?sort=reference&page=99")))
			.isEqualTo(references(last));
		scene.closeCall(edition);
		assertThat(page("/coordination/editions/2033")).contains("The list shows the first 20 of 121.");
		assertThat(confirmContents.forecast(edition, coordinator).missing()).hasSize(121);
	}

	/** Past the use cases: nobody would wait for their processes. */
	private void many(PledgeReference pledge, int more) {
		scene.jdbc()
			.sql("""
					insert into pledge (reference, government_id, state, answers, draft_version, created_at, created_by, changed_at,
					changed_by, call_year, first_submitted_at, latest_revision, decision_note, version)
					select 'CLA-2032-' || lpad(number::text, 4, '0'), government_id, 'UNDER_REVIEW', answers, draft_version, created_at,
					created_by, changed_at, changed_by, :year, now(), 1, '', 0
					from pledge, generate_series(1, :more) as number where reference = :pledge""")
			.param("year", edition.value())
			.param("more", more)
			.param("pledge", pledge.value())
			.update();
		scene.jdbc()
			.sql("""
					insert into pledge_revision (reference, number, content, sha256, submitted_at, submitted_by, member_zone,
					timeliness, counts_for)
					select 'CLA-2032-' || lpad(copy::text, 4, '0'), 1, content, sha256, submitted_at, submitted_by, member_zone, timeliness,
					counts_for from pledge_revision, generate_series(1, :more) as copy where reference = :pledge""")
			.param("more", more)
			.param("pledge", pledge.value())
			.update();
		rebuild.rebuild();
	}

	private String page(String address) throws Exception {
		return mvc.perform(get(address).with(Scene.by(coordinator)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private static List<String> references(String page) {
		String table = page.substring(page.indexOf("<table"));
		return Pattern.compile("/coordination/pledges/(CLA-[0-9-]+)")
			.matcher(table)
			.results()
			.map(match -> match.group(1))
			.toList();
	}

	@Test
	void a_late_pledge_does_not_hold_up_the_report_that_it_missed_but_the_next_one() {
		scene.clock().set(Instant.parse("2033-10-02T13:00:00Z"));
		PledgeReference late = scene.underReview(oslo, "A late pledge", Map.of());
		scene.closeCall(edition);
		EditionYear next = scene.openCall(2034);
		assertThat(confirmContents.forecast(edition, coordinator).missing()).isEmpty();
		assertThat(confirmContents.forecast(next, coordinator).missing()).containsExactly(late);
	}

	@Test
	void contents_are_confirmed_when_every_pledge_has_its_outcome() throws Exception {
		scene.included(oslo, "An accepted pledge", Map.of());
		scene.closeCall(edition);
		String foreseen = confirmContents.forecast(edition, coordinator).fingerprint();
		assertThat(page("/coordination/editions/2033/contents")).contains(foreseen,
				"Pledges that will be in the report: 1", "No pledge will be left out");
		mvc.perform(post("/coordination/editions/2033/contents").param("reason", "Every decision is there")
			.param("foreseen", foreseen)
			.with(Scene.by(coordinator))
			.with(csrf())).andExpect(redirectedUrl("/coordination/editions/2033"));
		assertThat(scene.editions().edition(edition).state()).isEqualTo(EditionState.CONFIRMED);
		verify(cycle).contentsConfirmed(edition);
	}

	@Test
	void a_frozen_report_is_approved_from_the_edition_s_page_once() throws Exception {
		scene.closeCall(edition);
		confirmContents.confirm(edition, "Every decision is there",
				confirmContents.forecast(edition, coordinator).fingerprint(), coordinator);
		reports.freeze(edition);
		mvc.perform(get("/coordination/editions/2033").with(Scene.by(coordinator)))
			.andExpect(content().string(containsString("Approve the 2033 report")));
		String foreseen = Foreseen.on(page("/coordination/editions/2033/approval"));
		mvc.perform(approving("another")).andExpect(content().string(containsString("What will follow has changed")));
		verify(cycle, never()).reportApproved(any());
		mvc.perform(approving(foreseen)).andExpect(redirectedUrl("/coordination/editions/2033"));
		mvc.perform(approving(foreseen)).andExpect(redirectedUrl("/coordination/editions/2033"));
		verify(cycle).reportApproved(edition);
		mvc.perform(get("/coordination/editions/2033").with(Scene.by(coordinator)))
			.andExpect(content().string(not(containsString("Approve the 2033 report"))));
	}

	@Test
	void a_request_without_its_token_changes_nothing() throws Exception {
		mvc.perform(post("/coordination/editions/2033/deadline").with(Scene.by(coordinator)).param("reason", "x"))
			.andExpect(status().isForbidden());
		verify(cycle, never()).deadlineMoved(any());
	}

	@Test
	void an_open_call_cannot_be_confirmed() {
		String foreseen = confirmContents.forecast(edition, coordinator).fingerprint();
		assertThatThrownBy(() -> confirmContents.confirm(edition, "Every decision is there", foreseen, coordinator))
			.isInstanceOf(Refused.class);
	}

	@Test
	void the_next_call_is_opened_when_none_is_open() throws Exception {
		OpeningForm form = OpeningForm.of("2034").with("forum", "A forum").with("partners", "UCLG", "IOM");
		form.confirmed(mvc, coordinator)
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("The 2033 call is still open")));
		assertThat(scene.editions().find(edition.next())).isEmpty();
		scene.closeCall(edition);
		form.confirmed(mvc, coordinator).andExpect(redirectedUrl("/coordination/editions/2034"));
		assertThat(scene.editions().edition(edition.next()).partners()).extracting(Object::toString)
			.containsExactly("IOM", "UCLG");
	}

	@Test
	void a_call_without_partners_or_with_a_deadline_in_the_past_is_not_opened() throws Exception {
		scene.closeCall(edition);
		mvc.perform(post("/coordination/editions/new").with(csrf())
			.with(Scene.by(coordinator))
			.param("edition", "2034")
			.param("day", "1")
			.param("month", "1")
			.param("year", "2033")
			.param("time", "12:00")
			.param("zone", "UTC")
			.param("grace", "0"))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Select at least one reviewing partner")))
			.andExpect(content().string(containsString("The deadline must be in the future")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/coordination", "/coordination/editions/2033", "/coordination/editions/2033/deadline",
			"/coordination/editions/new", "/coordination/import" })
	void the_pages_are_for_coordinators_only(String address) throws Exception {
		mvc.perform(get(address)).andExpect(redirectedUrl("/sign-in"));
		mvc.perform(get(address).with(Scene.by(oslo))).andExpect(status().isForbidden());
		mvc.perform(get(address).with(Scene.by(scene.reviewer("IOM")))).andExpect(status().isForbidden());
	}

	@Test
	void the_use_cases_ask_for_the_role_themselves() {
		PledgeReference reference = scene.underReview(oslo, "A pledge", Map.of());
		Deadline to = Deadline.byDefault(edition);
		assertThatThrownBy(() -> overview.of(oslo)).isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> editionFile.of(edition, oslo)).isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> pledgeFile.of(reference, oslo)).isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> confirmContents.confirm(edition, "Every decision is there", "", oslo))
			.isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> confirmContents.forecast(edition, oslo)).isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> deadlinePreview.of(edition, to, oslo)).isInstanceOf(NotAllowed.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/coordination/editions/2998", "/coordination/editions/abc", "/coordination/pledges/abc",
			"/coordination/pledges/CLA-2033-9999", "/coordination/editions/2998/deadline" })
	void what_is_not_there_is_not_found(String address) throws Exception {
		mvc.perform(get(address).with(Scene.by(coordinator))).andExpect(status().isNotFound());
	}

	private PledgeReference disagreement() {
		PledgeReference reference = scene.underReview(oslo, "A disputed pledge", Map.of());
		scene.review(reference, "UCLG", "APPROVE", "Not for the city");
		scene.review(reference, "MMC", "APPROVE", "");
		scene.review(reference, "IOM", "DECLINE", "");
		scene.decide().referToCoordinators(reference, DisagreementReason.CONFLICTING);
		return reference;
	}

	private MockHttpServletRequestBuilder approving(String foreseen) {
		return post("/coordination/editions/2033/approval").param("reason", "It was read")
			.with(Scene.by(coordinator))
			.with(csrf())
			.param("foreseen", foreseen);
	}

}
