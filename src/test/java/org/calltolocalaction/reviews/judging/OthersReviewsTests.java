package org.calltolocalaction.reviews.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A partner judges before it reads what the others judged. */
@DeskTest
class OthersReviewsTests {

	@Autowired
	Story story;

	@Autowired
	EngineJobs jobs;

	@Autowired
	OthersReviews others;

	private Person rosa;

	private Person member;

	private PledgeReference reference;

	@BeforeEach
	void two_others_have_judged() {
		story.aSharedCall();
		rosa = story.reviewer("UCLG", "Rosa");
		member = story.memberOf("Kampala");
		reference = story.aPledgeUnderReviewBy(member);
		story.judges("MMC", reference, "REQUEST_CHANGES");
		story.judges("IOM", reference, "APPROVE");
	}

	@Test
	void before_ones_own_review_is_in_one_sees_only_how_far_they_have_come() {
		assertThat(others.of(reference, rosa))
			.extracting(other -> other.partner().value() + " " + other.state() + " " + other.judgement().isPresent())
			.containsExactly("IOM COMPLETED false", "MMC COMPLETED false");
	}

	@Test
	void once_it_is_in_one_reads_theirs() {
		story.judges("UCLG", reference, "APPROVE");

		assertThat(read()).containsEntry("MMC", "1 REQUEST_CHANGES").containsEntry("IOM", "1 APPROVE");
	}

	@Test
	void in_the_next_round_what_is_new_is_hidden_until_ones_own_is_in_again() {
		story.judges("UCLG", reference, "REQUEST_CHANGES");
		jobs.run(reference);
		story.submit(reference, member);
		jobs.run(reference);
		story.judges("MMC", reference, "DECLINE");

		assertThat(read()).containsEntry("MMC", "1 REQUEST_CHANGES").containsEntry("IOM", "1 APPROVE");
		story.judges("UCLG", reference, "APPROVE");
		assertThat(read()).containsEntry("MMC", "2 DECLINE").containsEntry("IOM", "1 APPROVE");
	}

	@Test
	void a_partner_that_is_not_asked_again_reads_what_the_others_judge_later() {
		story.judges("UCLG", reference, "APPROVE");
		jobs.run(reference);
		story.submit(reference, member);
		jobs.run(reference);
		story.judges("MMC", reference, "DECLINE");

		assertThat(read()).containsEntry("MMC", "2 DECLINE");
	}

	@Test
	void nobody_but_reviewers_reads_them_so() {
		assertThatThrownBy(() -> others.of(reference, member)).isInstanceOf(NotAllowed.class);
	}

	private Map<String, String> read() {
		return others.of(reference, rosa)
			.stream()
			.collect(Collectors.toMap(other -> other.partner().value(),
					other -> other.judgement()
						.map(review -> review.revision() + " " + review.recommendation().map(Enum::name).orElse(""))
						.orElse("nothing")));
	}

}
