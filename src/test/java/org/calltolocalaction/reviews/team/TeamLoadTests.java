package org.calltolocalaction.reviews.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.judging.CompleteReview;
import org.calltolocalaction.reviews.team.TeamLoad.Load;
import org.calltolocalaction.reviews.team.TeamLoad.Share;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** A team sees how its work is shared, before anything is late. */
class TeamLoadTests extends TeamTest {

	private static final String LEADS_TO_THE_TEAM = "class=\"govuk-button govuk-button--secondary\" role=\"button\"[^>]* href=\"/reviews/team\"";

	@Autowired
	TeamLoad load;

	@Autowired
	GrantRole roles;

	@Autowired
	CompleteReview complete;

	@Test
	void each_colleague_has_what_is_open_overdue_due_soon_and_was_completed_lately() {
		PledgeReference early = aReviewOf(ben);
		clock.advance(Duration.ofDays(14));
		aReviewOf(ben);
		PledgeReference completed = aReviewOf(ben);
		complete.complete(completed, 1, Story.review("UCLG", "APPROVE"), ben);
		assertThat(shareOf(ben).load()).isEqualTo(new Load(2, 0, 1));
		assertThat(shareOf(ben).done()).isEqualTo(1);

		clock.set(partnerReviews.review(early, ben).dueAt().plusSeconds(1));
		assertThat(shareOf(ben).load()).isEqualTo(new Load(2, 1, 0));

		clock.advance(Duration.ofDays(31));
		assertThat(shareOf(ben).done()).isZero();
	}

	@Test
	void the_page_shows_who_is_away_and_each_number_leads_to_what_it_counts() throws Exception {
		PledgeReference bens = aReviewOf(ben);
		PledgeReference rosas = aReviewOf(rosa);
		isAway(ben, rosa, 3);

		String page = page("/reviews/team", rosa);

		assertThat(page).contains(ben.name(), "until 4 May", rosa.name(), "(you)");
		Matcher link = Pattern.compile("href=\"([^\"]*reviewer%3A" + ben.name() + "[^\"]*)\">1 <span").matcher(page);
		assertThat(link.find()).isTrue();
		assertThat(page(URI.create(HtmlUtils.htmlUnescape(link.group(1))).toString(), rosa)).contains(bens.value())
			.doesNotContain(rosas.value(), "q-error");
	}

	@Test
	void the_number_of_those_completed_lately_leads_to_them_and_to_none_from_before() throws Exception {
		PledgeReference before = aReviewOf(ben);
		complete.complete(before, 1, Story.review("UCLG", "APPROVE"), ben);
		clock.advance(Duration.ofDays(31));
		PledgeReference lately = aReviewOf(ben);
		complete.complete(lately, 1, Story.review("UCLG", "APPROVE"), ben);

		Matcher link = Pattern.compile("href=\"([^\"]*completed[^\"]*)\">1 <span").matcher(page("/reviews/team", rosa));
		assertThat(link.find()).isTrue();
		assertThat(page(URI.create(HtmlUtils.htmlUnescape(link.group(1))).toString(), rosa)).contains(lately.value())
			.doesNotContain(before.value(), "q-error");
	}

	@Test
	void who_leads_the_team_has_its_work_before_everything_else() throws Exception {
		assertThat(page("/reviews", rosa)).contains("href=\"/reviews/team\"").doesNotContainPattern(LEADS_TO_THE_TEAM);

		roles.lead(story.coordinator(), rosa.id());

		assertThat(page("/reviews", rosa)).containsPattern(LEADS_TO_THE_TEAM);
	}

	@Test
	void is_for_reviewers() {
		Person coordinator = story.coordinator();

		assertThatThrownBy(() -> load.of(coordinator)).isInstanceOf(NotAllowed.class);
	}

	private Share shareOf(Person reviewer) {
		return load.of(rosa)
			.shares()
			.stream()
			.filter(share -> share.reviewer().equals(reviewer))
			.findFirst()
			.orElseThrow();
	}

}
