package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.Map;
import org.calltolocalaction.coordination.forecast.PlanActs;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionCycle;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A coordinator moves the deadline of an open call, having read what will follow. */
@WithoutProcess
class DeadlinePageTests {

	@Autowired
	private Scene scene;

	@Autowired
	private PlanActs plans;

	@Autowired
	private DeadlinePreview deadlinePreview;

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
	void the_preview_of_a_moved_deadline_names_whom_it_affects() throws Exception {
		PledgeReference early = scene.underReview(oslo, "An early pledge", Map.of());
		scene.clock().set(Instant.parse("2033-07-01T12:00:00Z"));
		PledgeReference later = scene.underReview(oslo, "A later pledge", Map.of());
		Deadline to = Scene.deadline("2033-06-01T23:59:59", 0);
		assertThat(deadlinePreview.of(edition, to, coordinator).changesEdition().first())
			.extracting(change -> change.line().reference())
			.containsExactly(later);
		mvc.perform(deadline(post("/coordination/editions/2033/deadline/preview"), "1", "6", "2033"))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Pledges that will count for another edition: 1")))
			.andExpect(content().string(
					stringContainsInOrder("A later pledge", "Kommune Oslo", "now: on time; after the change: late")))
			.andExpect(content().string(containsString("The call will close at once")))
			.andExpect(content().string(containsString("name=\"zone\" value=\"Europe/London\"")))
			.andExpect(content().string(containsString("name=\"reason\" value=\"A storm\"")))
			.andExpect(content().string(not(containsString(early.value()))));
		verify(cycle, never()).deadlineMoved(any());
	}

	@Test
	void a_deadline_is_moved_after_the_preview_with_its_reason_on_the_trail() throws Exception {
		mvc.perform(deadline(post("/coordination/editions/2033/deadline"), "15", "10", "2033").param("foreseen",
				plans.movingDeadline(edition, Scene.deadline("2033-10-15T18:00:00", 30), coordinator).fingerprint()))
			.andExpect(redirectedUrl("/coordination/editions/2033"));
		assertThat(scene.editions().edition(edition).deadline()).isEqualTo(Scene.deadline("2033-10-15T18:00:00", 30));
		mvc.perform(get("/coordination/editions/2033").with(Scene.by(coordinator)).param("lang", "fr"))
			.andExpect(content()
				.string(stringContainsInOrder("Date limite modifiée", "15 octobre 2033 à 18:00", "A storm")));
	}

	@Test
	void where_something_else_would_follow_by_now_the_new_forecast_is_shown_and_nothing_is_moved() throws Exception {
		Deadline to = Scene.deadline("2033-06-15T18:00:00", 30);
		String read = plans.movingDeadline(edition, to, coordinator).fingerprint();
		scene.clock().set(Instant.parse("2033-07-01T12:00:00Z"));
		PledgeReference meanwhile = scene.underReview(oslo, "Submitted meanwhile", Map.of());

		mvc.perform(deadline(post("/coordination/editions/2033/deadline"), "15", "6", "2033").param("foreseen", read))
			.andExpect(status().isOk())
			.andExpect(content().string(stringContainsInOrder("What will follow has changed", meanwhile.value())));

		verify(cycle, never()).deadlineMoved(any());
	}

	@Test
	void a_deadline_typed_wrong_is_told_and_what_was_typed_is_kept() throws Exception {
		mvc.perform(deadline(post("/coordination/editions/2033/deadline/preview"), "31", "2", "2033"))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("The day must be valid")))
			.andExpect(content().string(containsString("A storm")));
		mvc.perform(deadline(post("/coordination/editions/2033/deadline/preview"), "1", "10", "2303"))
			.andExpect(content().string(containsString("The deadline for the 2033 edition must be in 2033")));
		verify(cycle, never()).deadlineMoved(any());
	}

	private MockHttpServletRequestBuilder deadline(MockHttpServletRequestBuilder request, String day, String month,
			String year) {
		return request.with(csrf())
			.with(Scene.by(coordinator))
			.param("day", day)
			.param("month", month)
			.param("year", year)
			.param("time", "18:00")
			.param("zone", "Europe/London")
			.param("grace", "30")
			.param("reason", "A storm");
	}

}
