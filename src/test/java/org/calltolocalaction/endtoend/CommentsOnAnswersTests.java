package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.progress.AnswerComment;
import org.calltolocalaction.pledges.progress.PartnerComment;
import org.calltolocalaction.pledges.progress.PartnerComments;
import org.calltolocalaction.reviews.judging.CompleteReview;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What partners write on single answers reaches the government beside these answers, and
 * nothing else does.
 */
@DeskTest
class CommentsOnAnswersTests {

	@Autowired
	private Story story;

	@Autowired
	private EngineJobs jobs;

	@Autowired
	private PartnerComments comments;

	@Autowired
	private CompleteReview complete;

	private PledgeReference reference;

	@BeforeEach
	void a_pledge_is_under_review() {
		story.aSharedCall();
		Person member = story.memberOf("Kampala");
		reference = story.aPledgeUnderReviewBy(member);
	}

	@Test
	void a_comment_on_an_answer_is_read_when_the_round_has_its_outcome_and_an_internal_one_never() {
		story.judges("UCLG", reference,
				commenting(List.of(on("summary", "How many?", false), on("title", "Our own.", true))));
		assertThat(comments.on(story.pledge(reference))).isEmpty();

		story.judges("MMC", reference, Story.review("MMC", "APPROVE").without("commentToCity"));
		story.judges("IOM", reference, Story.review("IOM", "APPROVE").without("commentToCity"));
		jobs.run(reference);

		assertThat(comments.on(story.pledge(reference))).singleElement()
			.extracting(PartnerComment::onAnswers)
			.isEqualTo(List.of(new AnswerComment("summary", "How many?")));
	}

	@Test
	void who_approves_may_comment_on_one_answer_and_write_nothing_on_the_whole() {
		Answers approving = Story.review("UCLG", "APPROVE")
			.without("commentToCity")
			.with("answerComments", List.of(on("summary", "Well put.", false)));
		List.of("UCLG", "MMC", "IOM").forEach(partner -> story.judges(partner, reference, approving));
		jobs.run(reference);

		assertThat(comments.on(story.pledge(reference))).hasSize(3)
			.allSatisfy(comment -> assertThat(comment.comment()).isEmpty());
	}

	@Test
	void an_answer_that_reviewers_do_not_read_cannot_be_commented_on() {
		CompleteReview.Result result = complete.complete(reference, 1,
				commenting(List.of(on("contactEmail", "Who?", false))), story.reviewer("UCLG", "Curious"));

		assertThat(result).isInstanceOfSatisfying(CompleteReview.Incomplete.class,
				incomplete -> assertThat(incomplete.errors()).extracting(error -> error.path())
					.containsExactly("answerComments.0.answer"));
	}

	private static Answers commenting(List<Map<String, Object>> rows) {
		return Story.review("UCLG", "REQUEST_CHANGES").with("answerComments", rows);
	}

	private static Map<String, Object> on(String path, String comment, boolean internal) {
		return Map.of("answer", path, "comment", comment, "internal", internal);
	}

}
