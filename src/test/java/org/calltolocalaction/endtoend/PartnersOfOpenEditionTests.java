package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.calltolocalaction.coordination.Scene.by;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.calltolocalaction.coordination.ActAsForeseen;
import org.calltolocalaction.coordination.PartnerForecast;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.partner.PartnerAct;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewConsistency;
import org.calltolocalaction.reviews.ReviewState;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.reviews.judging.CompleteReview;
import org.calltolocalaction.reviews.judging.ReopenReview;
import org.calltolocalaction.reviews.rounds.RequestNewReview;
import org.calltolocalaction.reviews.rounds.ChangePartners;
import org.calltolocalaction.reviews.rounds.PartnerPlan;
import org.calltolocalaction.testing.AtOnce;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * Partners of an edition come and go while its call is open: what they made stays, what
 * they owe is not waited for, and every round comes to its end.
 */
@DeskTest
class PartnersOfOpenEditionTests {

	private static final PartnerCode MMC = new PartnerCode("MMC");

	private static final PartnerCode IOM = new PartnerCode("IOM");

	@Autowired
	Story story;

	@Autowired
	ChangePartners change;

	@Autowired
	PartnerForecast forecast;

	@Autowired
	ActAsForeseen acts;

	@Autowired
	Reviews reviews;

	@Autowired
	ReviewConsistency consistency;

	@Autowired
	CompleteReview complete;

	@Autowired
	ReopenReview reopen;

	@Autowired
	RequestNewReview newReviews;

	@Autowired
	Editions editions;

	@Autowired
	EngineJobs jobs;

	@Autowired
	MutableClock clock;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	WebApplicationContext desk;

	private EditionYear year;

	private Person member;

	@BeforeEach
	void an_open_call_with_three_partners() {
		year = story.anOpenEdition();
		member = story.memberOf("Kampala");
	}

	@AfterEach
	void rows_and_tasks_are_the_same() {
		ReviewConsistency.Difference difference = consistency.check();
		assertThat(difference.rowsWithoutTask()).noneMatch(row -> row.reference().value().contains(year.toString()));
		assertThat(difference.tasksWithoutRow()).noneMatch(row -> row.reference().value().contains(year.toString()));
	}

	@Test
	void where_the_last_partner_that_is_waited_for_is_released_the_round_ends_by_itself() {
		PledgeReference pledge = story.aPledgeUnderReviewBy(member);
		story.judges("UCLG", pledge, "APPROVE");
		story.judges("IOM", pledge, "APPROVE");

		PartnerPlan plan = plan(MMC, PartnerAct.RELEASED);
		assertThat(plan.reviews()).containsExactly(pledge);
		assertThat(plan.ending()).containsExactly(pledge);
		releases(MMC);
		jobs.run(pledge);

		assertThat(review(pledge, MMC).state()).isEqualTo(ReviewState.RELEASED);
		assertThat(story.pledge(pledge).state()).isIn(PledgeState.ACCEPTED, PledgeState.INCLUDED);
		assertThat(editions.edition(year).partners()).doesNotContain(MMC);
	}

	@Test
	void others_are_still_waited_for() {
		PledgeReference pledge = story.aPledgeUnderReviewBy(member);
		story.judges("UCLG", pledge, "APPROVE");

		assertThat(plan(MMC, PartnerAct.RELEASED).ending()).isEmpty();
		releases(MMC);
		jobs.run(pledge);
		assertThat(story.pledge(pledge).state()).isEqualTo(PledgeState.UNDER_REVIEW);

		story.judges("IOM", pledge, "APPROVE");
		jobs.run(pledge);
		assertThat(story.pledge(pledge).state()).isIn(PledgeState.ACCEPTED, PledgeState.INCLUDED);
	}

	@Test
	void what_a_released_partner_said_stays_and_counts() {
		PledgeReference pledge = story.aPledgeUnderReviewBy(member);
		story.judges("MMC", pledge, "DECLINE");

		PartnerPlan plan = plan(MMC, PartnerAct.RELEASED);
		assertThat(plan.reviews()).isEmpty();
		assertThat(plan.kept()).isEqualTo(1);
		releases(MMC);
		story.judges("UCLG", pledge, "APPROVE");
		story.judges("IOM", pledge, "APPROVE");
		jobs.run(pledge);

		assertThat(story.pledge(pledge).state()).isEqualTo(PledgeState.DISAGREEMENT);
	}

	@Test
	void a_released_partner_does_not_take_up_again_what_it_said_until_it_is_added_again() throws Exception {
		MockMvc mvc = MockMvcBuilders.webAppContextSetup(desk).apply(springSecurity()).build();
		Person rosa = story.reviewer("MMC", "Rosa" + UUID.randomUUID());
		PledgeReference pledge = story.aPledgeUnderReviewBy(member);
		story.judges("MMC", pledge, "APPROVE");
		assertThat(page(mvc, "/reviews/" + pledge, rosa, Locale.ENGLISH)).contains("/reopen");
		releases(MMC);

		assertThatThrownBy(() -> reopen.reopen(pledge, rosa)).isInstanceOf(Refused.class)
			.hasMessageContaining("partner-released");
		assertThat(page(mvc, "/reviews/" + pledge, rosa, Locale.ENGLISH)).doesNotContain("/reopen");
		assertThat(review(pledge, MMC).completed()).isTrue();

		adds(MMC);
		reopen.reopen(pledge, rosa);
		assertThat(review(pledge, MMC).open()).isTrue();
	}

	@Test
	void a_released_partner_is_not_asked_for_a_new_review_until_it_is_added_again() {
		PledgeReference pledge = story.aPledgeUnderReviewBy(member);
		story.allApproveBut("MMC", "REQUEST_CHANGES", pledge);
		assertThat(newReviews.possible(review(pledge, MMC))).isTrue();
		releases(MMC);

		assertThat(newReviews.possible(review(pledge, MMC))).isFalse();
		assertThat(newReviews.possible(review(pledge, IOM))).isTrue();
		assertThatThrownBy(() -> newReviews.request(pledge, MMC, "The budget has come", story.coordinator()))
			.isInstanceOf(Refused.class)
			.hasMessageContaining("reviews.refused.released");
		assertThat(story.pledge(pledge).state()).isEqualTo(PledgeState.CHANGES_REQUESTED);

		adds(MMC);
		newReviews.request(pledge, MMC, "The budget has come", story.coordinator());
		assertThat(review(pledge, MMC).open()).isTrue();
	}

	@Test
	void a_released_partner_that_asked_for_changes_is_not_asked_about_them() {
		PledgeReference pledge = story.aPledgeUnderReviewBy(member);
		story.allApproveBut("MMC", "REQUEST_CHANGES", pledge);
		assertThat(story.pledge(pledge).state()).isEqualTo(PledgeState.CHANGES_REQUESTED);

		releases(MMC);
		story.submit(pledge, member);
		jobs.run(pledge);

		assertThat(reviews.of(pledge)).filteredOn(review -> review.revision() == 2)
			.extracting(Review::partner)
			.doesNotContain(MMC);
		story.judges("UCLG", pledge, "APPROVE");
		story.judges("IOM", pledge, "APPROVE");
		jobs.run(pledge);
		assertThat(story.pledge(pledge).state()).isIn(PledgeState.ACCEPTED, PledgeState.INCLUDED);
	}

	@Test
	void an_added_partner_is_asked_in_every_round_that_runs_with_all_its_days_and_waited_for() {
		releases(IOM);
		PledgeReference pledge = story.aPledgeUnderReviewBy(member);
		PledgeReference decided = story.aPledgeUnderReviewBy(member);
		story.judges("UCLG", decided, "APPROVE");
		story.judges("MMC", decided, "APPROVE");
		jobs.run(decided);
		story.judges("UCLG", pledge, "APPROVE");
		clock.advance(Duration.ofDays(10));

		PartnerPlan plan = plan(IOM, PartnerAct.ADDED);
		assertThat(plan.reviews()).containsExactly(pledge);
		adds(IOM);

		assertThat(review(pledge, IOM).open()).isTrue();
		assertThat(review(pledge, IOM).dueAt()).isAfter(review(pledge, MMC).dueAt());
		assertThat(reviews.of(decided)).extracting(Review::partner).doesNotContain(IOM);
		story.judges("MMC", pledge, "APPROVE");
		jobs.run(pledge);
		assertThat(story.pledge(pledge).state()).isEqualTo(PledgeState.UNDER_REVIEW);
		story.judges("IOM", pledge, "DECLINE");
		jobs.run(pledge);
		assertThat(story.pledge(pledge).state()).isEqualTo(PledgeState.DISAGREEMENT);
	}

	@Test
	void a_partner_that_is_released_and_added_again_is_asked_again_in_the_same_round() {
		PledgeReference pledge = story.aPledgeUnderReviewBy(member);
		releases(MMC);
		adds(MMC);

		assertThat(review(pledge, MMC).open()).isTrue();
		story.allJudge(pledge, "APPROVE");
		assertThat(story.pledge(pledge).state()).isIn(PledgeState.ACCEPTED, PledgeState.INCLUDED);
	}

	@Test
	void an_added_partner_is_asked_about_the_next_version_of_what_was_sent_back_before() {
		releases(IOM);
		PledgeReference pledge = story.aPledgeUnderReviewBy(member);
		story.judges("UCLG", pledge, "APPROVE");
		story.judges("MMC", pledge, "REQUEST_CHANGES");
		jobs.run(pledge);
		adds(IOM);

		story.submit(pledge, member);
		jobs.run(pledge);

		assertThat(reviews.of(pledge)).filteredOn(review -> review.revision() == 2)
			.extracting(Review::partner)
			.containsExactly(IOM, MMC);
	}

	@Test
	void where_something_else_would_follow_than_was_shown_nothing_is_done() {
		String foreseen = foreseen(MMC, PartnerAct.RELEASED);
		story.aPledgeUnderReviewBy(member);

		assertThat(acts.changePartners(year, MMC, PartnerAct.RELEASED, "Other work", foreseen, story.coordinator()))
			.isEqualTo(ActAsForeseen.Answer.FORECAST_CHANGED);
		assertThat(editions.edition(year).partners()).contains(MMC);
	}

	@Test
	void an_edition_is_never_without_a_partner() {
		releases(MMC);
		releases(IOM);

		assertThatThrownBy(() -> plan(new PartnerCode("UCLG"), PartnerAct.RELEASED)).isInstanceOf(Refused.class)
			.hasMessageContaining("last-partner");
		assertThatThrownBy(() -> plan(new PartnerCode("UCLG"), PartnerAct.ADDED)).isInstanceOf(Refused.class);
		assertThatThrownBy(() -> plan(new PartnerCode("NOBODY"), PartnerAct.ADDED)).isInstanceOf(Refused.class);
	}

	@Test
	void the_reviewers_of_a_partner_that_comes_or_goes_are_told() {
		Person rosa = story.reviewer("MMC", "Rosa" + UUID.randomUUID());
		PledgeReference pledge = story.aPledgeUnderReviewBy(member);

		releases(MMC);
		adds(MMC);

		assertThat(mailsTo(rosa, MailKind.PARTNER_RELEASED)).singleElement()
			.asString()
			.contains("Other work", pledge.value(), "no longer needed: 1");
		assertThat(mailsTo(rosa, MailKind.PARTNER_ADDED)).singleElement().asString().contains(pledge.value());
	}

	@Test
	void of_a_release_and_a_completion_at_once_one_comes_first_and_the_round_ends_by_either() throws Exception {
		for (int race = 0; race < 5; race++) {
			PledgeReference pledge = story.aPledgeUnderReviewBy(member);
			story.judges("UCLG", pledge, "APPROVE");
			story.judges("IOM", pledge, "APPROVE");
			String foreseen = foreseen(MMC, PartnerAct.RELEASED);
			Person reviewer = story.reviewer("MMC", "Racer" + UUID.randomUUID());

			AtOnce.<Object>atOnce(
					() -> acts.changePartners(year, MMC, PartnerAct.RELEASED, "Other work", foreseen,
							story.coordinator()),
					() -> complete.complete(pledge, 1, Story.review("MMC", "APPROVE"), reviewer));
			jobs.run(pledge);

			assertThat(review(pledge, MMC).state()).isIn(ReviewState.RELEASED, ReviewState.COMPLETED);
			assertThat(story.pledge(pledge).state()).isIn(PledgeState.ACCEPTED, PledgeState.INCLUDED);
			if (!editions.edition(year).partners().contains(MMC)) {
				adds(MMC);
			}
		}
	}

	@Test
	void the_pages_show_what_follows_before_it_is_done() throws Exception {
		MockMvc mvc = MockMvcBuilders.webAppContextSetup(desk).apply(springSecurity()).build();
		PledgeReference pledge = story.aPledgeUnderReviewBy(member);
		Person coordinator = story.coordinator();
		String list = "/coordination/editions/" + year + "/partners";

		assertThat(page(mvc, list + "/MMC/release", coordinator, Locale.ENGLISH)).contains(pledge.value(),
				"Open reviews that will be closed: 1");
		mvc.perform(post(list + "/MMC/release").with(by(coordinator))
			.with(csrf())
			.param("reason", "Other work")
			.param("foreseen", "another"));
		assertThat(editions.edition(year).partners()).contains(MMC);
		releases(MMC);
		for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.FRENCH)) {
			assertThat(page(mvc, list, coordinator, language)).contains("/MMC/add", "/IOM/release");
			assertThat(page(mvc, list + "/MMC/add", coordinator, language)).contains(pledge.value());
		}
		assertThat(page(mvc, "/coordination/pledges/" + pledge, coordinator, Locale.ENGLISH))
			.contains("partner released");
	}

	private static String page(MockMvc mvc, String address, Person person, Locale language) throws Exception {
		return mvc.perform(get(address).with(by(person)).locale(language))
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private List<String> mailsTo(Person reader, MailKind kind) {
		return jdbc.sql("select body from mail where account = ? and kind = ?")
			.params(reader.id().value(), kind.name())
			.query(String.class)
			.list();
	}

	private Review review(PledgeReference pledge, PartnerCode partner) {
		return reviews.newest(pledge.value(), partner.value()).orElseThrow();
	}

	private PartnerPlan plan(PartnerCode partner, PartnerAct act) {
		return change.plan(year, partner, act, story.coordinator());
	}

	private void releases(PartnerCode partner) {
		changes(partner, PartnerAct.RELEASED);
	}

	private void adds(PartnerCode partner) {
		changes(partner, PartnerAct.ADDED);
	}

	private void changes(PartnerCode partner, PartnerAct act) {
		assertThat(acts.changePartners(year, partner, act, "Other work", foreseen(partner, act), story.coordinator()))
			.isEqualTo(ActAsForeseen.Answer.DONE);
	}

	private String foreseen(PartnerCode partner, PartnerAct act) {
		return forecast.of(year, partner, act, story.coordinator()).forecast().fingerprint();
	}

}
