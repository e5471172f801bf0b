package org.calltolocalaction.reviews.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.PartnerReviews;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.judgement.ReviewDrafts;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A reviewer's page shows a version of a pledge that its government has replaced since.
 */
@DeskTest
class EarlierVersionTests {

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	PartnerReviews partnerReviews;

	@Autowired
	SaveReviewDraft save;

	@Autowired
	CompleteReview complete;

	@Autowired
	ReviewDrafts drafts;

	private Person rosa;

	private PledgeReference pledge;

	@BeforeEach
	void the_partners_asked_for_changes_and_the_second_version_waits_for_them() {
		story.aSharedCall();
		rosa = story.reviewer("UCLG", "Rosa" + UUID.randomUUID().toString().substring(0, 8));
		Person member = story.memberOf("Kampala");
		pledge = story.aPledgeUnderReviewBy(member);
		story.allJudge(pledge, "REQUEST_CHANGES");
		jobs.run(pledge);
		story.submit(pledge, member);
		jobs.run(pledge);
	}

	@Test
	void what_is_typed_about_the_first_version_is_no_draft_of_the_second_and_takes_nothing() {
		Answers typed = Answers.empty().with("concrete", "NO");

		assertThat(save.save(pledge, 1, typed, rosa)).isInstanceOf(SaveReviewDraft.NotOpen.class);

		assertThat(drafts.of(ofTheSecond())).isEmpty();
		assertThat(ofTheSecond().takenBy()).isEmpty();
		assertThat(save.save(pledge, 2, typed, rosa)).isInstanceOf(SaveReviewDraft.Saved.class);
	}

	@Test
	void a_judgement_of_the_first_version_is_none_of_the_second() {
		for (String recommendation : List.of("APPROVE", "DECLINE")) {
			assertThat(complete.complete(pledge, 1, Story.review("UCLG", recommendation), rosa))
				.isInstanceOf(CompleteReview.NotWaitedFor.class);
		}

		assertThat(ofTheSecond().open()).isTrue();
		assertThat(complete.complete(pledge, 2, Story.review("UCLG", "APPROVE"), rosa))
			.isInstanceOf(CompleteReview.Completed.class);
	}

	private Review ofTheSecond() {
		Review review = partnerReviews.review(pledge, rosa);
		assertThat(review.revision()).isEqualTo(2);
		return review;
	}

}
