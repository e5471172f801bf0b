package org.calltolocalaction.pledges.drafting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.coordination.Scene.by;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.drafting.BeginPledge;
import org.calltolocalaction.pledges.drafting.SaveDraft;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The way of a member from part to part, to the last check and back. */
@DeskTest
class FillPartPageTests {

	private static final String LATER = "value=\"later\"";

	@Autowired
	Story story;

	@Autowired
	BeginPledge begin;

	@Autowired
	SaveDraft save;

	@Autowired
	EngineJobs jobs;

	@Autowired
	WebApplicationContext desk;

	private MockMvc mvc;

	private Person member;

	@BeforeEach
	void a_city_takes_part() {
		mvc = MockMvcBuilders.webAppContextSetup(desk).apply(springSecurity()).build();
		story.aSharedCall();
		member = story.memberOf("Quito");
	}

	@Test
	void who_goes_on_is_told_at_once_what_is_wrong_in_the_part_and_it_is_saved_all_the_same() throws Exception {
		PledgeReference draft = begin.begin(member);

		String page = text(posted(draft, "objectives", "continue", "mainGcmObjectives", "GCM-01", "mainGcmObjectives",
				"GCM-02", "mainGcmObjectives", "GCM-03", "mainGcmObjectives", "GCM-04")
			.andExpect(status().isUnprocessableContent()));

		assertThat(page).contains("Main GCM objectives: the number of selected answers must be 3 or fewer (you have 4)",
				"Your answers are saved", LATER, "<title>Error");
		assertThat(story.pledge(draft).answers().list("mainGcmObjectives")).hasSize(4);
		posted(draft, "objectives", "later", "mainGcmObjectives", "GCM-01", "mainGcmObjectives", "GCM-02",
				"mainGcmObjectives", "GCM-03", "mainGcmObjectives", "GCM-04")
			.andExpect(redirectedUrl("/my/pledges/" + draft + "/sections/means"));
	}

	@Test
	void a_text_that_is_too_short_and_an_end_before_the_start_are_named_but_nothing_that_is_only_missing()
			throws Exception {
		PledgeReference draft = begin.begin(member);

		String page = text(posted(draft, "action", "continue", "summary", "Too short", "start-day", "2", "start-month",
				"marzo", "start-year", "2027", "end-day", "1/3/2027")
			.andExpect(status().isUnprocessableContent()));

		assertThat(page).contains("Summary must be 300 characters or more (you have 9)",
				"End must be the same as or after “Start”");
		assertThat(page).doesNotContain("Enter a title", "Select the stage", "Enter the name and title of the head");
		assertThat(page).contains("name=\"end-day\" value=\"1\"", "name=\"end-month\" value=\"3\"");
	}

	@Test
	void what_is_only_missing_keeps_nobody_from_the_next_part() throws Exception {
		PledgeReference draft = begin.begin(member);

		posted(draft, "action", "continue", "title", "Homes")
			.andExpect(redirectedUrl("/my/pledges/" + draft + "/sections/objectives"));
		posted(draft, "action", "continue").andExpect(redirectedUrl("/my/pledges/" + draft + "/sections/objectives"));
	}

	@Test
	void the_end_of_a_part_says_how_much_is_answered_and_where_saving_leads() throws Exception {
		PledgeReference draft = begin.begin(member);
		posted(draft, "action", "leave", "title", "Homes");

		assertThat(end(draft, "action")).contains("Part 2 of 5", "Questions answered: 1 of ", "Next: Objectives");
		assertThat(end(draft, "contact")).contains("Part 5 of 5", "Next: All parts of the pledge");
		assertThat(end(draft, "action?check=true")).contains("Next: Check your answers");
	}

	private String end(PledgeReference draft, String part) throws Exception {
		String page = page("/my/pledges/" + draft + "/sections/" + part);
		return page.substring(page.indexOf("desk-form__onward"));
	}

	@Test
	void a_long_list_can_be_filtered_and_shows_objectives_short_and_in_full() throws Exception {
		String page = page("/my/pledges/" + begin.begin(member) + "/sections/objectives");

		assertThat(page).contains("id=\"mainGcmObjectives-filter\"", "Options shown: # of 23", "id=\"sdgs-filter\"",
				"data-other-names=\"GCM 15; PMM 15\"", ">GCM 15: Access to basic services</label>",
				">Provide access to basic services for migrants</div>");
		assertThat(page).doesNotContain("gcrObjectives-filter", "name=\"mainGcmObjectives-filter\"");
	}

	@Test
	void who_comes_back_later_is_not_kept_by_what_is_wrong() throws Exception {
		PledgeReference draft = begin.begin(member);

		posted(draft, "action", "leave", "summary", "Too short").andExpect(redirectedUrl("/my/pledges/" + draft));

		assertThat(story.pledge(draft).answers().text("summary")).isEqualTo("Too short");
	}

	@Test
	void a_change_on_the_check_page_leads_back_to_the_check_page() throws Exception {
		PledgeReference draft = story.aDraftBy(member);
		String address = "/my/pledges/" + draft + "/sections/government?check=true";

		assertThat(page("/my/pledges/" + draft + "/check")).contains(address + "#headOfGovernment");
		assertThat(page(address)).contains("href=\"/my/pledges/" + draft + "/check\"", "name=\"check\"")
			.doesNotContain(LATER);
		posted(draft, "government", "continue", "headOfGovernment", "Luz Paz, Mayor", "check", "true")
			.andExpect(redirectedUrl("/my/pledges/" + draft + "/check"));
		posted(draft, "government", "leave", "headOfGovernment", "Luz Paz, Mayor", "check", "true")
			.andExpect(redirectedUrl("/my/pledges/" + draft));
	}

	@Test
	void a_change_that_made_something_wrong_is_told_and_still_leads_back() throws Exception {
		PledgeReference draft = story.aDraftBy(member);

		String page = text(
				posted(draft, "action", "continue", "title", "Homes", "summary", "Too short", "check", "true")
					.andExpect(status().isUnprocessableContent()));

		assertThat(page).contains("you have 9", LATER, "name=\"check\"");
		posted(draft, "action", "later", "title", "Homes", "summary", "Too short", "check", "true")
			.andExpect(redirectedUrl("/my/pledges/" + draft + "/check"));
		mvc.perform(get("/my/pledges/" + draft + "/check").with(by(member)))
			.andExpect(redirectedUrl("/my/pledges/" + draft + "?check=true"));
	}

	@Test
	void an_untouched_draft_has_no_part_completed_and_a_part_that_may_stay_empty_is_not_counted() throws Exception {
		PledgeReference draft = begin.begin(member);

		assertThat(page("/my/pledges/" + draft)).contains("Parts completed: 0 of 4", "Optional");
		posted(draft, "means", "continue", "budget", "In euros: 4,000");
		assertThat(page("/my/pledges/" + draft)).contains("Parts completed: 1 of 5");
	}

	@Test
	void the_part_in_which_changes_were_requested_is_marked_until_the_answer_is_another() throws Exception {
		PledgeReference pledge = story.aPledgeUnderReviewBy(member);
		story.judges("UCLG", pledge, Story.review("UCLG", "REQUEST_CHANGES")
			.with("answerComments", List.of(Map.of("answer", "summary", "comment", "How many?", "internal", false))));
		List.of("MMC", "IOM").forEach(partner -> story.judges(partner, pledge, "REQUEST_CHANGES"));
		jobs.run(pledge);
		assertThat(story.pledge(pledge).state()).isEqualTo(PledgeState.CHANGES_REQUESTED);

		String page = page("/my/pledges/" + pledge);
		assertThat(tag(page, "action")).contains("Changes requested");
		assertThat(tag(page, "government")).contains("Completed");
		assertThat(page).contains("Answers changed since your last submission: 0").doesNotContain("Parts completed");

		String summary = story.pledge(pledge).answers().text("summary") + " It reaches 1,200 people a year.";
		save.save(pledge, new SaveDraft.Change(story.pledge(pledge).draftVersion(), UUID.randomUUID(),
				Answers.of(Map.of("summary", summary)), List.of("summary")), member);
		assertThat(tag(page("/my/pledges/" + pledge), "action")).contains("Completed");
		assertThat(page("/my/pledges/" + pledge)).contains("Answers changed since your last submission: 1");
	}

	private static String tag(String page, String part) {
		int start = page.indexOf("id=\"" + part + "-state\"");
		return page.substring(start, page.indexOf("</li>", start));
	}

	private ResultActions posted(PledgeReference draft, String part, String button, String... namesAndValues)
			throws Exception {
		MockHttpServletRequestBuilder request = post("/my/pledges/" + draft + "/sections/" + part)
			.param("version", String.valueOf(story.pledge(draft).draftVersion()))
			.param("page", UUID.randomUUID().toString())
			.param("action", button);
		for (int at = 0; at < namesAndValues.length; at += 2) {
			request.param(namesAndValues[at], namesAndValues[at + 1]);
		}
		return mvc.perform(request.with(by(member)).with(csrf()));
	}

	private String page(String address) throws Exception {
		return text(mvc.perform(get(address).with(by(member))).andExpect(status().isOk()));
	}

	private static String text(ResultActions answer) throws Exception {
		return answer.andReturn().getResponse().getContentAsString();
	}

}
