package org.calltolocalaction.reviews.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.team.DeclareInterest;
import org.calltolocalaction.reviews.team.TeamTest;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is told of a review that nobody has. */
class AvailableReviewersTests extends TeamTest {

	private static final String WAITING = "REVIEW_WAITING";

	@Autowired
	AvailableReviewers available;

	@Autowired
	DeclareInterest declare;

	@Autowired
	People people;

	@Test
	void new_work_goes_past_who_is_away() {
		isAway(rosa, ben, 5);

		anOpenReview();

		assertThat(mailsTo(ben, WAITING)).hasSize(1);
		assertThat(mailsTo(rosa, WAITING)).isEmpty();
	}

	@Test
	void nobody_is_asked_to_review_a_government_of_which_they_keep_out() {
		Person member = story.memberOf("Kampala");
		PledgeReference first = submittedBy(member);
		declare.declare(first, "I worked there.", Optional.empty(), rosa);

		submittedBy(member);

		assertThat(mailsTo(ben, WAITING)).hasSize(2);
		assertThat(mailsTo(rosa, WAITING)).hasSize(1);
	}

	@Test
	void where_everybody_is_away_all_are_told_but_those_who_keep_out() {
		PledgeReference pledge = anOpenReview();
		declare.declare(pledge, "I worked there.", Optional.empty(), rosa);
		List<Person> all = people.reviewersOf(new PartnerCode("UCLG"));
		all.stream().filter(one -> !one.id().equals(ben.id())).forEach(one -> isAway(one, ben, 5));
		isAway(ben, rosa, 5);

		assertThat(available.of(partnerReviews.review(pledge, ben))).extracting(Person::id)
			.contains(ben.id())
			.doesNotContain(rosa.id())
			.hasSize(all.size() - 1);
	}

	private PledgeReference submittedBy(Person member) {
		return story.aPledgeUnderReviewBy(member);
	}

}
