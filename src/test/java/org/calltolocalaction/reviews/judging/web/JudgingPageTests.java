package org.calltolocalaction.reviews.judging.web;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.coordination.Scene.by;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.criteria.Criterion;
import org.calltolocalaction.editions.criteria.EditionCriteria;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.PartnerReviews;
import org.calltolocalaction.reviews.judgement.ReviewDrafts;
import org.calltolocalaction.reviews.judging.CompleteReview;
import org.calltolocalaction.reviews.team.DeclareInterest;
import org.calltolocalaction.reviews.team.TakeReview;
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

/**
 * The pages on which reviews are made, and those on which coordinators say by what, and
 * request new ones.
 */
@DeskTest
class JudgingPageTests {

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	EditionCriteria criteria;

	@Autowired
	TakeReview take;

	@Autowired
	CompleteReview complete;

	@Autowired
	PartnerReviews partnerReviews;

	@Autowired
	ReviewDrafts drafts;

	@Autowired
	DeclareInterest interest;

	@Autowired
	WebApplicationContext desk;

	private MockMvc mvc;

	private EditionYear year;

	private Person rosa;

	private PledgeReference pledge;

	@BeforeEach
	void an_open_review() {
		year = story.anOpenEdition();
		mvc = MockMvcBuilders.webAppContextSetup(desk).apply(springSecurity()).build();
		rosa = story.reviewer("UCLG", "Rosa");
		pledge = story.aPledgeUnderReviewBy(story.memberOf("Kampala"));
	}

	@Test
	void a_script_that_saves_is_told_when_it_was_and_the_page_has_it_again() throws Exception {
		sent(rosa, "/reviews/" + pledge + "/autosave", "revision", "1", "internalNote", "Ask the <city>.")
			.andExpect(jsonPath("$.saved").value(true))
			.andExpect(jsonPath("$.words", startsWith("Saved 1")));

		opened(rosa, "/reviews/" + pledge).andExpect(content().string(containsString("Ask the &lt;city&gt;.")))
			.andExpect(content().string(containsString("You have taken this review.")));
	}

	@Test
	void a_script_is_told_who_has_the_review_meanwhile_and_what_cannot_be_kept() throws Exception {
		Person ben = story.reviewer("UCLG", "Ben");
		take.take(pledge, null, ben);

		sent(rosa, "/reviews/" + pledge + "/autosave", "revision", "1", "internalNote", "Mine.")
			.andExpect(jsonPath("$.saved").value(true))
			.andExpect(jsonPath("$.words", containsString("Ben now has this review")));
		sent(rosa, "/reviews/" + pledge + "/autosave", "revision", "1", "concrete", "PERHAPS")
			.andExpect(jsonPath("$.saved").value(false));
		opened(ben, "/reviews/" + pledge).andExpect(content().string(containsString("Draft by Rosa, saved on")))
			.andExpect(content().string(containsString("Continue the draft by Rosa")));
	}

	@Test
	void what_was_typed_is_there_again_where_the_review_could_not_be_completed() throws Exception {
		sent(rosa, "/reviews/" + pledge, "revision", "1", "internalNote", "Ask the city.", "concrete", "YES")
			.andExpect(status().isUnprocessableContent());

		opened(rosa, "/reviews/" + pledge).andExpect(content().string(containsString("Ask the city.")))
			.andExpect(content().string(containsString("Your draft of")));
	}

	@Test
	void what_was_typed_is_there_again_where_a_colleague_has_taken_the_review() throws Exception {
		Person ben = story.reviewer("UCLG", "Ben");
		take.take(pledge, null, ben);

		sent(rosa, "/reviews/" + pledge, "revision", "1", "internalNote", "Ask the city.")
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString("Your text is saved as your draft")));

		opened(ben, "/reviews/" + pledge).andExpect(content().string(containsString("Draft by Rosa, saved on")));
	}

	@Test
	void without_a_list_there_is_no_place_and_a_completed_review_leads_back_to_all() throws Exception {
		String page = opened(rosa, "/reviews/" + pledge).andReturn().getResponse().getContentAsString();

		assertThat(page).doesNotContain("1 of 1");
		sent(rosa, "/reviews/" + pledge + "/draft", "revision", "1", "concrete", "YES")
			.andExpect(redirectedUrl("/reviews"));
	}

	@Test
	void the_next_review_is_offered_as_long_as_anything_is_open() throws Exception {
		PledgeReference other = story.aPledgeUnderReviewBy(story.memberOf("Milan"));
		String list = "?tab=all&q=" + pledge + " OR " + other;
		String last = List.of(pledge, other)
			.stream()
			.max(Comparator.comparing(PledgeReference::value))
			.orElseThrow()
			.value();
		String first = last.equals(pledge.value()) ? other.value() : pledge.value();

		String page = opened(rosa, "/reviews/" + last + list).andReturn().getResponse().getContentAsString();
		assertThat(page).contains("2 of 2", "Complete and open the next review");
		sent(rosa, "/reviews/" + last + "/draft", "revision", "1", "then", "skip", "tab", "all", "q",
				pledge + " OR " + other, "of", "2")
			.andExpect(redirectedUrlPattern("/reviews/" + first + "?tab=all&q=*&of=2"));
		take.take(new PledgeReference(first), null, rosa);
		String alone = opened(rosa, "/reviews/" + pledge).andReturn().getResponse().getContentAsString();
		assertThat(alone).contains("Complete and open the next review");
	}

	@Test
	void the_number_of_all_stays_while_a_reviewer_works_through_a_list() throws Exception {
		PledgeReference other = story.aPledgeUnderReviewBy(story.memberOf("Milan"));
		story.judges("UCLG", pledge, "APPROVE");

		opened(rosa, "/reviews/" + other + "?tab=all&q=" + pledge + " OR " + other + "&of=2")
			.andExpect(content().string(containsString("2 of 2")));
		opened(rosa, "/reviews/" + other + "?tab=all&q=" + pledge + " OR " + other + "&of=many")
			.andExpect(content().string(containsString("1 of 1")));
	}

	@Test
	void a_comment_is_written_at_the_answer_that_it_is_about_and_empty_rooms_are_no_comments() throws Exception {
		String page = opened(rosa, "/reviews/" + pledge).andReturn().getResponse().getContentAsString();
		assertThat(page).contains("name=\"answerComments.0.answer\"", "Your comment on “")
			.doesNotContain("<select class=\"govuk-select\" form=\"judgement\"");

		sent(rosa, "/reviews/" + pledge + "/autosave", "revision", "1", "answerComments._rows", "3",
				"answerComments.0.answer", "title", "answerComments.0.comment", " ", "answerComments.1.answer",
				"summary", "answerComments.1.comment", "By which month?", "answerComments.2.answer", "stage",
				"answerComments.2.internal", "true")
			.andExpect(jsonPath("$.saved").value(true));

		assertThat(drafts.of(partnerReviews.review(pledge, rosa), rosa.id()).orElseThrow().answers())
			.isEqualTo(Answers.empty()
				.with("answerComments", List.of(Map.of("answer", "summary", "comment", "By which month?"))));
		opened(rosa, "/reviews/" + pledge).andExpect(content().string(containsString("By which month?")));
		sent(rosa, "/reviews/" + pledge, "revision", "1", "answerComments._rows", "1", "answerComments.0.answer",
				"summary", "answerComments.0.comment", "x".repeat(1001))
			.andExpect(content().string(containsString("href=\"#answerComments-0-comment\"")))
			.andExpect(content().string(containsString("id=\"answerComments-0-comment\"")));
	}

	@Test
	void the_second_round_shows_what_one_answered_in_the_first() throws Exception {
		Person member = story.memberOf("Kampala");
		PledgeReference again = story.aPledgeUnderReviewBy(member);
		Person ben = story.reviewer("UCLG", "Ben");
		complete.complete(again, 1,
				Story.review("UCLG", "REQUEST_CHANGES").with("concrete", "NO").with("concreteComment", "Who does it?"),
				rosa);
		List.of("MMC", "IOM").forEach(partner -> story.judges(partner, again, "APPROVE"));
		jobs.run(again);
		opened(rosa, "/reviews/" + again).andExpect(content().string(not(containsString("Your answer in round 1"))));
		story.submit(again, member);
		jobs.run(again);

		opened(rosa, "/reviews/" + again).andExpect(content().string(containsString("Your answer in round 1: No")))
			.andExpect(content().string(containsString("Who does it?")))
			.andExpect(content().string(containsString("so this review is offered to you first")));
		opened(ben, "/reviews/" + again).andExpect(content().string(containsString("Rosa in round 1: No")))
			.andExpect(content().string(containsString(
					"Rosa reviewed the previous version, so this review is offered to this person first")));
	}

	@Test
	void nothing_typed_is_nothing_saved_and_takes_nothing() throws Exception {
		sent(rosa, "/reviews/" + pledge + "/draft", "revision", "1").andExpect(redirectedUrl("/reviews"));

		opened(rosa, "/reviews/" + pledge)
			.andExpect(content().string(containsString("Nobody has taken this review yet.")));
	}

	@Test
	void a_coordinator_chooses_criteria_by_their_weight_and_says_why() throws Exception {
		String address = "/coordination/editions/" + year + "/criteria";
		opened(story.coordinator(), address)
			.andExpect(content().string(containsString("These criteria are version 1.")))
			.andExpect(content().string(containsString("Child-sensitive")));

		sent(story.coordinator(), address, "version", "1", "weights[CONCRETE]", "0", "reason", "")
			.andExpect(content().string(containsString("Select a weight for at least one criterion")))
			.andExpect(content().string(containsString("Enter the reason for changing the criteria")));
		sent(story.coordinator(), address, "version", "1", "weights[CONCRETE]", "3", "weights[MEASURABLE]", "0",
				"reason", "Fewer")
			.andExpect(redirectedUrl("/coordination/editions/" + year));

		assertThat(criteria.now(year).weights()).containsExactly(entry(Criterion.CONCRETE, 3));
		sent(story.coordinator(), address, "version", "1", "weights[CONCRETE]", "1", "reason", "Again")
			.andExpect(status().isConflict());
	}

	@Test
	void who_is_to_judge_again_reads_the_reason_before_what_was_judged() throws Exception {
		story.judges("UCLG", pledge, "DECLINE");
		List.of("MMC", "IOM").forEach(partner -> story.judges(partner, pledge, "APPROVE"));
		jobs.run(pledge);
		sent(story.coordinator(), "/coordination/pledges/" + pledge + "/reviews/UCLG/reopen", "reason",
				"The budget has come");

		String page = opened(story.reviewer("UCLG", "Rosa"), "/reviews/" + pledge).andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page.indexOf("The budget has come")).isPositive().isLessThan(page.indexOf("Earlier review"));
	}

	@Test
	void a_coordinator_sees_how_much_is_met_and_asks_for_a_new_judgement_with_a_reason() throws Exception {
		story.judges("UCLG", pledge, "DECLINE");
		List.of("MMC", "IOM").forEach(partner -> story.judges(partner, pledge, "APPROVE"));
		jobs.run(pledge);
		String address = "/coordination/pledges/" + pledge + "/reviews/UCLG/reopen";
		opened(story.coordinator(), "/coordination/pledges/" + pledge)
			.andExpect(content().string(containsString("Meets 96% of the criteria (weighted)")))
			.andExpect(content().string(containsString(address)));

		opened(story.coordinator(), address).andExpect(content().string(containsString("Ask for a new review: ")))
			.andExpect(content().string(containsString("The coordinators will not be able to decide")));
		sent(story.coordinator(), address, "reason", " ")
			.andExpect(content().string(containsString("Enter the reason for asking for a new review")));
		sent(story.coordinator(), address, "reason", "The budget has come")
			.andExpect(redirectedUrl("/coordination/pledges/" + pledge));
		opened(story.coordinator(), "/coordination/pledges/" + pledge)
			.andExpect(content().string(containsString("Earlier review: Declines")));
		sent(story.coordinator(), address, "reason", "Once more").andExpect(status().isConflict())
			.andExpect(content().string(containsString("is already open")));
	}

	@Test
	void whoever_keeps_out_is_not_offered_to_open_a_review_again() throws Exception {
		story.judges("UCLG", pledge, "APPROVE");
		opened(rosa, "/reviews/" + pledge).andExpect(content().string(containsString("Reopen the review")));

		interest.declare(pledge, "I worked there", Optional.empty(), rosa);

		opened(rosa, "/reviews/" + pledge).andExpect(content().string(not(containsString("Reopen the review"))));
	}

	@Test
	void whoever_keeps_out_reads_nothing_that_their_own_partner_wrote() throws Exception {
		Person ben = story.reviewer("UCLG", "Ben");
		sent(ben, "/reviews/" + pledge + "/autosave", "revision", "1", "internalNote", "Ask the city.");
		interest.declare(pledge, "I worked there", Optional.empty(), rosa);

		opened(rosa, "/reviews/" + pledge).andExpect(content().string(not(containsString("Ask the city."))));
		complete.complete(pledge, 1, Story.review("UCLG", "DECLINE"), ben);
		opened(rosa, "/reviews/" + pledge).andExpect(content().string(not(containsString("A secret of UCLG"))));
		opened(rosa, "/reviews?tab=done&q=" + pledge).andExpect(content().string(containsString(pledge.value())))
			.andExpect(content().string(not(containsString("<span>Decline"))));

		interest.withdraw(pledge, rosa);
		opened(rosa, "/reviews/" + pledge).andExpect(content().string(not(containsString("A secret of UCLG"))))
			.andExpect(content().string(containsString("you cannot read what others wrote about this version")))
			.andExpect(content().string(not(containsString("Reopen the review"))));
		opened(ben, "/reviews/" + pledge).andExpect(content().string(containsString("A secret of UCLG")));
	}

	private ResultActions opened(Person person, String address) throws Exception {
		return mvc.perform(get(address).with(by(person))).andExpect(status().isOk());
	}

	private ResultActions sent(Person person, String address, String... namesAndValues) throws Exception {
		MockHttpServletRequestBuilder request = post(address).with(by(person)).with(csrf());
		for (int index = 0; index < namesAndValues.length; index += 2) {
			request = request.param(namesAndValues[index], namesAndValues[index + 1]);
		}
		return mvc.perform(request);
	}

}
