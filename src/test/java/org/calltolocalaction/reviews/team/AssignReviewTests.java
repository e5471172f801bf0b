package org.calltolocalaction.reviews.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewConsistency;
import org.calltolocalaction.reviews.team.AssignReview.Assignment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.util.MultiValueMap;

/**
 * A review goes from hand to hand within a partner, and everybody whom it concerns knows.
 */
class AssignReviewTests extends TeamTest {

	@Autowired
	AssignReview assign;

	@Autowired
	WithdrawPledge withdraw;

	@Autowired
	GrantRole roles;

	@Autowired
	ReviewConsistency consistency;

	@Autowired
	AuditTrail trail;

	private Person member;

	private PledgeReference pledge;

	@BeforeEach
	void an_open_review() {
		member = story.memberOf("Kampala");
		pledge = story.aPledgeUnderReviewBy(member);
	}

	@Test
	void what_is_nobodys_is_given_to_a_colleague_who_learns_by_whom_and_why() {
		assertThat(assign.assign(pledge, to(ben, null, "You know the city."), rosa))
			.isEqualTo(new AssignReview.Assigned(ben, Optional.empty()));

		Review review = partnerReviews.review(pledge, ben);
		assertThat(review.takenBy()).contains(ben.id());
		assertThat(review.givenBy()).contains(rosa.id());
		assertThat(review.givenNote()).isEqualTo("You know the city.");
		assertThat(mailsTo(ben, "REVIEWS_GIVEN")).singleElement()
			.satisfies(mail -> assertThat(mail).contains(rosa.name() + " has given you this review", pledge.value(),
					"> You know the city."));
		assertThat(consistency.check().none()).isTrue();
	}

	@Test
	void the_trail_says_who_gave_it_to_whom_and_not_what_they_wrote_to_each_other() {
		assign.assign(pledge, to(ben, null, "You know the city."), rosa);

		assertThat(trail.of(pledge)).filteredOn(entry -> entry.kind().equals("review.assigned"))
			.singleElement()
			.satisfies(entry -> assertThat(entry.who()).isEqualTo(rosa.account()))
			.satisfies(entry -> assertThat(entry.facts())
				.isEqualTo(Map.of("partner", "UCLG", "reviewer", ben.id().toString())));
	}

	@Test
	void what_one_has_is_delegated_and_what_a_colleague_has_is_given_on_knowingly_only() {
		Person carla = aReviewer("Carla");
		take.take(pledge, null, rosa);
		assertThat(assign.assign(pledge, to(ben, null, ""), rosa)).isInstanceOf(AssignReview.Assigned.class);

		assertThat(assign.assign(pledge, to(carla, null, ""), rosa)).isEqualTo(new AssignReview.HeldBy(ben.id()));
		assertThat(holder(pledge)).contains(ben.id());
		assertThat(assign.assign(pledge, to(carla, ben.id(), ""), rosa)).isInstanceOf(AssignReview.Assigned.class);

		assertThat(holder(pledge)).contains(carla.id());
		assertThat(mailsTo(rosa, "REVIEWS_MOVED_ON")).isEmpty();
		assertThat(mailsTo(ben, "REVIEWS_MOVED_ON")).singleElement()
			.satisfies(mail -> assertThat(mail)
				.contains("%s has given %s this review that you had taken".formatted(rosa.name(), carla.name())));
	}

	@Test
	void who_takes_a_review_over_from_a_colleague_has_them_told() {
		take.take(pledge, null, ben);

		take.take(pledge, ben.id(), rosa);

		assertThat(mailsTo(ben, "REVIEWS_MOVED_ON")).singleElement()
			.satisfies(mail -> assertThat(mail).contains(rosa.name() + " has taken over this review from you"));
		assertThat(mailsTo(rosa, "REVIEWS_GIVEN")).isEmpty();
	}

	@Test
	void a_double_click_gives_it_once() {
		assign.assign(pledge, to(ben, null, ""), rosa);
		assertThat(assign.assign(pledge, to(ben, null, ""), rosa)).isInstanceOf(AssignReview.Assigned.class);

		assertThat(mailsTo(ben, "REVIEWS_GIVEN")).hasSize(1);
	}

	@Test
	void nobody_of_another_partner_and_nobody_who_has_stopped_reviewing_gets_it() {
		Person stranger = story.reviewer("MMC", unique("Mona"));
		roles.takeReviewer(story.coordinator(), ben.id());

		assertThat(assign.assign(pledge, to(stranger, null, ""), rosa)).isInstanceOf(AssignReview.NoColleague.class);
		assertThat(assign.assign(pledge, to(ben, null, ""), rosa)).isInstanceOf(AssignReview.NoColleague.class);
		assertThat(assign.assign(pledge, new Assignment(AccountId.random(), null, "", false), rosa))
			.isInstanceOf(AssignReview.NoColleague.class);
		assertThat(holder(pledge)).isEmpty();
		assertThatThrownBy(() -> assign.assign(pledge, to(rosa, null, ""), story.coordinator()))
			.isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> assign.assign(new PledgeReference("CLA-1999-0001"), to(ben, null, ""), rosa))
			.isInstanceOf(NotFound.class);
	}

	@Test
	void what_somebody_had_who_reviews_no_longer_is_anybodys_again() {
		take.take(pledge, null, ben);

		roles.takeReviewer(story.coordinator(), ben.id());

		assertThat(holder(pledge)).isEmpty();
		assertThat(take.take(pledge, null, rosa)).isInstanceOf(TakeReview.Taken.class);
		assertThat(consistency.check().none()).isTrue();
	}

	@Test
	void what_is_not_open_any_more_stays_as_it_is() {
		withdraw.withdraw(pledge, "No budget", member);

		assertThat(assign.assign(pledge, to(ben, null, ""), rosa)).isInstanceOf(AssignReview.NotOpen.class);
		assertThat(mailsTo(ben, "REVIEWS_GIVEN")).isEmpty();
	}

	@Test
	void an_absent_colleague_gets_it_only_where_one_knows_of_the_absence() {
		Person carla = aReviewer("Carla");
		isAway(ben, carla, 5);

		assertThat(assign.assign(pledge, to(ben, null, ""), rosa)).isInstanceOfSatisfying(AssignReview.Away.class,
				away -> assertThat(away.deputy()).contains(carla.id()));
		assertThat(holder(pledge)).isEmpty();
		assertThat(assign.assign(pledge, new Assignment(ben.id(), null, "", true), rosa))
			.isInstanceOf(AssignReview.Assigned.class);
	}

	@Test
	void a_review_that_somebody_took_gives_up_what_was_written_to_who_had_it_before() {
		assign.assign(pledge, to(ben, null, "For you alone."), rosa);

		take.take(pledge, ben.id(), rosa);

		assertThat(partnerReviews.review(pledge, rosa).givenNote()).isEmpty();
		assertThat(partnerReviews.review(pledge, rosa).givenBy()).isEmpty();
	}

	@Test
	void the_page_offers_colleagues_says_who_is_away_and_proposes_the_deputy() throws Exception {
		Person carla = aReviewer("Carla");
		isAway(ben, carla, 5);

		assertThat(page(address(), rosa)).contains("Give this review to a colleague",
				ben.name() + " (away until 6 May ");
		ResultActions refused = sends(ben, "A note").andExpect(redirectedUrl(address() + "#assign"));
		assertThat(page(address(), rosa, refused)).contains(ben.name() + " is away until 6 May",
				"Give the review to the deputy, " + carla.name(), "Give the review to " + ben.name() + " anyway",
				"value=\"A note\"");
		assertThat(holder(pledge)).isEmpty();
		sends(carla, "A note").andExpect(redirectedUrl(address()));
		assertThat(holder(pledge)).contains(carla.id());
		assertThat(page(address(), rosa)).contains(carla.name() + " has taken this review. We will tell");
		assertThat(page(address(), carla)).contains(rosa.name() + " gave you this review", "A note");
	}

	@Test
	void the_page_says_what_is_missing_and_keeps_what_was_typed() throws Exception {
		ResultActions nobody = sends(null, "A <note>");
		ResultActions tooLong = sends(ben, "x".repeat(AssignReview.LONGEST_NOTE + 1));

		assertThat(page(address(), rosa, nobody)).contains("Select a colleague", "A &lt;note&gt;");
		assertThat(page(address(), rosa, tooLong)).contains("The note must be 1,000 characters or fewer");
		assertThat(holder(pledge)).isEmpty();
	}

	private String address() {
		return "/reviews/" + pledge;
	}

	private ResultActions sends(Person to, String note) throws Exception {
		return sends(address() + "/assign",
				MultiValueMap.fromSingleValue(Map.of("to", to == null ? "" : to.id().toString(), "note", note)), rosa);
	}

	private static Assignment to(Person colleague, AccountId from, String note) {
		return new Assignment(colleague.id(), from, note, false);
	}

}
