package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
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

import java.util.Map;
import org.calltolocalaction.editions.EditionCycle;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.testing.Foreseen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * What the pages say of editions that are opened, planned, or taken back, before and
 * after.
 */
@WithoutProcess
class OpeningPageTests {

	@Autowired
	private Scene scene;

	@Autowired
	private Placements placements;

	@Autowired
	private EditionCycle cycle;

	@Autowired
	private MockMvc mvc;

	private EditionYear edition;

	private Person coordinator;

	private Person oslo;

	@BeforeEach
	void a_call_that_has_closed() {
		edition = scene.openCall(2033);
		coordinator = scene.coordinator();
		oslo = scene.member("Kommune Oslo", "NO");
		// What other tests committed and left waiting would be counted here, too, and
		// their drafts be listed.
		scene.jdbc()
			.sql("""
					update pledge set state = 'DECLINED', waiting_since = null where first_submitted_at is not null
					and state <> 'WITHDRAWN' and not exists (select from inclusion where inclusion.reference = pledge.reference)""")
			.update();
		scene.jdbc().sql("update pledge set state = 'DISCARDED' where state = 'DRAFT'").update();
		scene.closeCall(edition);
	}

	@Test
	void before_anything_is_typed_the_form_says_how_many_pledges_wait() throws Exception {
		scene.underReview(oslo, "A late pledge", Map.of());
		scene.underReview(oslo, "Another late pledge", Map.of());

		mvc.perform(get("/coordination/editions/new").with(Scene.by(coordinator)))
			.andExpect(content().string(containsString("2 pledges wait for the next edition that you open or plan.")));
		// Of all that the database lists, other tests' among them
		mvc.perform(get("/coordination").with(Scene.by(coordinator)))
			.andExpect(content()
				.string(matchesPattern("(?s).*\\d+ pledges wait for the next edition that you open or plan\\..*")));
	}

	@Test
	void the_expected_year_is_opened_once_what_follows_was_read_and_what_waited_counts_for_it() throws Exception {
		PledgeReference late = scene.underReview(oslo, "A late pledge", Map.of());

		opening("2034").sent(mvc, coordinator)
			.andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("Preview: open the 2034 call"),
					containsString("Pledges that waited and will count for the 2034 edition: 1"),
					not(containsString("there will be no edition")))));
		assertThat(scene.editions().find(new EditionYear(2034))).isEmpty();
		opening("2034").confirmed(mvc, coordinator).andExpect(redirectedUrl("/coordination/editions/2034"));

		assertThat(placeOf(late)).isEqualTo(Placement.in(new EditionYear(2034)));
	}

	@Test
	void opening_past_a_year_for_which_pledges_wait_says_so_and_asks_first() throws Exception {
		PledgeReference late = scene.underReview(oslo, "A late pledge", Map.of());

		opening("2036").sent(mvc, coordinator)
			.andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("Preview: open the 2036 call"),
					containsString("the earlier years from 2034 on will have no edition"), containsString(late.value()),
					containsString("Pledges that waited and will count for the 2036 edition: 1"),
					containsString("name=\"edition\" value=\"2036\""),
					containsString("name=\"weights[CONCRETE]\" value=\"1\""))));
		assertThat(scene.editions().find(new EditionYear(2036))).isEmpty();
		assertThat(placeOf(late)).isEqualTo(Placement.next(new EditionYear(2034)));

		opening("2036").confirmed(mvc, coordinator).andExpect(redirectedUrl("/coordination/editions/2036"));
		assertThat(placeOf(late)).isEqualTo(Placement.in(new EditionYear(2036)));
	}

	@Test
	void what_was_typed_is_there_again_where_the_year_is_to_be_changed() throws Exception {
		mvc.perform(post("/coordination/editions/new/change").with(csrf())
			.with(Scene.by(coordinator))
			.param("edition", "2036")
			.param("forum", "A great forum")
			.param("time", "24:00"))
			.andExpect(content().string(
					allOf(containsString("value=\"2036\""), containsString("A great forum"), containsString("24:00"))));
	}

	@Test
	void a_planned_edition_is_said_to_be_dropped_where_a_later_one_is_opened() throws Exception {
		PledgeReference late = scene.underReview(oslo, "A late pledge", Map.of());
		mvc.perform(post("/coordination/editions/new/plan").with(csrf())
			.with(Scene.by(coordinator))
			.param("edition", "2034")).andExpect(redirectedUrl("/coordination/editions/2034"));
		assertThat(placeOf(late)).isEqualTo(Placement.in(new EditionYear(2034)));

		opening("2035").sent(mvc, coordinator)
			.andExpect(content().string(allOf(containsString("The 2034 edition, which was planned, will be dropped"),
					containsString("will count for the 2035 edition: 1"))));
		opening("2035").confirmed(mvc, coordinator).andExpect(redirectedUrl("/coordination/editions/2035"));

		assertThat(placeOf(late)).isEqualTo(Placement.in(new EditionYear(2035)));
		mvc.perform(get("/coordination/editions/2034").with(Scene.by(coordinator)))
			.andExpect(content().string(allOf(containsString("No pledge counts for this edition unless you open it"),
					containsString("Planned edition dropped"))));
	}

	@Test
	void an_opening_is_taken_back_on_a_page_that_says_what_follows() throws Exception {
		PledgeReference late = scene.underReview(oslo, "A late pledge", Map.of());
		opening("2034").confirmed(mvc, coordinator);

		mvc.perform(get("/coordination/editions/2034").with(Scene.by(coordinator)))
			.andExpect(content().string(containsString("/coordination/editions/2034/opening")));
		mvc.perform(get("/coordination/editions/2034/opening").with(Scene.by(coordinator)))
			.andExpect(content().string(allOf(containsString("Pledges that will no longer count for this edition: 1"),
					containsString(late.value()))));
		mvc.perform(undoing("2034", " "))
			.andExpect(content().string(containsString("Enter the reason for cancelling the opening")));
		verify(cycle, never()).openingTakenBack(any());
		mvc.perform(undoing("2034", "The wrong year")).andExpect(redirectedUrl("/coordination"));

		verify(cycle).openingTakenBack(new EditionYear(2034));
		assertThat(scene.editions().edition(new EditionYear(2034)).state()).isEqualTo(EditionState.SET_ASIDE);
		assertThat(placeOf(late)).isEqualTo(Placement.next(new EditionYear(2034)));
		mvc.perform(get("/coordination/editions/2034").with(Scene.by(coordinator)))
			.andExpect(content()
				.string(allOf(containsString("Opening of the call cancelled"), containsString("The wrong year"))));
	}

	@Test
	void a_call_that_was_answered_offers_no_way_back() throws Exception {
		opening("2034").confirmed(mvc, coordinator);
		scene.underReview(oslo, "A pledge in time", Map.of());

		mvc.perform(get("/coordination/editions/2034").with(Scene.by(coordinator)))
			.andExpect(content().string(not(containsString("/coordination/editions/2034/opening"))));
		mvc.perform(get("/coordination/editions/2034/opening").with(Scene.by(coordinator)))
			.andExpect(content()
				.string(allOf(containsString("can no longer be cancelled"), not(containsString("name=\"reason\"")))));
		mvc.perform(undoing("2034", "The wrong year"))
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString("because pledges have been submitted to it (1)")));
		verify(cycle, never()).openingTakenBack(any());
	}

	@Test
	void a_late_pledge_says_on_every_page_that_it_counts_for_the_next_edition() throws Exception {
		PledgeReference late = scene.underReview(oslo, "A late pledge", Map.of());

		mvc.perform(get("/my").with(Scene.by(oslo)))
			.andExpect(content().string(allOf(containsString("Counts for the next report, expected in 2034"),
					containsString("your pledge will then count for the next edition, which is expected in 2034"))));
		mvc.perform(get("/my/pledges/" + late).with(Scene.by(oslo)))
			.andExpect(content().string(containsString("Counts for the next report, expected in 2034")));
		mvc.perform(get("/my/pledges/" + late + "/receipt").with(Scene.by(oslo)))
			.andExpect(content().string(allOf(containsString("the next report, expected in 2034"),
					containsString("The pledge is not lost: it counts for the next report"))));
		mvc.perform(get("/coordination/pledges/" + late).with(Scene.by(coordinator)))
			.andExpect(content().string(containsString("next edition (expected in 2034)")));
		mvc.perform(get("/coordination/editions/2033/pledges?q=state:carried-over&column=state&column=counts")
			.with(Scene.by(coordinator)))
			.andExpect(content().string(allOf(containsString(late.value()), containsString("next edition"))));
	}

	@Test
	void the_preview_of_a_moved_deadline_names_governments_with_drafts_and_no_word_of_them() throws Exception {
		opening("2034").confirmed(mvc, coordinator);
		scene.begin().begin(Answers.of(Map.of("title", "A secret draft")), oslo);

		mvc.perform(post("/coordination/editions/2034/deadline/preview").with(csrf())
			.with(Scene.by(coordinator))
			.param("day", "15")
			.param("month", "10")
			.param("year", "2034")
			.param("time", "24:00")
			.param("zone", "UTC")
			.param("grace", "0")
			.param("reason", "A storm"))
			.andExpect(content().string(allOf(containsString("Drafts with this deadline"),
					containsString("Kommune Oslo: 1"), not(containsString("A secret draft")))));
	}

	private Placement placeOf(PledgeReference reference) {
		return placements.countsFor(scene.pledges().pledge(reference));
	}

	private static OpeningForm opening(String year) {
		return OpeningForm.of(year);
	}

	private MockHttpServletRequestBuilder undoing(String year, String reason) throws Exception {
		String address = "/coordination/editions/" + year + "/opening";
		String page = mvc.perform(get(address).with(Scene.by(coordinator)))
			.andReturn()
			.getResponse()
			.getContentAsString();
		return post(address).with(csrf())
			.with(Scene.by(coordinator))
			.param("reason", reason)
			.param("foreseen", Foreseen.on(page));
	}

}
