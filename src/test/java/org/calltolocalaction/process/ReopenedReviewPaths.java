package org.calltolocalaction.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import org.calltolocalaction.pledges.DecidePledge;
import org.calltolocalaction.reviews.OpenReviewTasks;
import org.calltolocalaction.reviews.OpenReviewTasks.ReviewTask;
import org.calltolocalaction.reviews.ReviewRound;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A partner judges once more: while the round goes on, or when the coordinators would have to decide. */
abstract class ReopenedReviewPaths {

	private static final PartnerCode UCLG = new PartnerCode("UCLG");

	@Autowired
	Given given;

	@Autowired
	TaskService tasks;

	@Autowired
	OpenReviewTasks openReviewTasks;

	@Autowired
	ReviewRound round;

	@Autowired
	DecidePledge decide;

	@Test
	void the_round_waits_for_a_partner_who_judges_once_more() {
		PledgeInProcess pledge = given.aSubmittedPledge().judgedBy("UCLG").counted().reopenedBy("UCLG");
		assertThat(openReviewTasks.all()).contains(new ReviewTask(pledge.reference(), UCLG));

		pledge.reviewsAddUpTo(3, 0, 0).judgedBy("MMC").judgedBy("IOM").counted();
		assertThat(pledge.process()).isWaitingAt("Task_ReviewPledge").hasNotPassed("Decision_ReviewOutcome");

		pledge.judgedBy("UCLG").counted();
		assertThat(pledge.process()).isWaitingAt("Task_AwaitFreeze").isNotWaitingAt("Task_ReviewPledge");
		verify(round, times(3)).open(any(), any());
		verify(round).tally(pledge.reference());
	}

	@Test
	void so_it_does_where_the_engine_has_not_counted_the_first_judgement_yet() {
		PledgeInProcess pledge = given.aPledge().asks("UCLG").submitted().reviewsAddUpTo(1, 0, 0);
		pledge.judgedBy("UCLG").reopenedBy("UCLG").counted();
		assertThat(pledge.process()).isWaitingAt("Task_ReviewPledge").hasNotPassed("Decision_ReviewOutcome");

		pledge.judgedBy("UCLG").counted();
		assertThat(pledge.process()).isWaitingAt("Task_AwaitFreeze").isNotWaitingAt("Task_ReviewPledge");
	}

	@Test
	void a_review_that_was_opened_again_is_cancelled_like_any_other() {
		PledgeInProcess pledge = given.aSubmittedPledge().judgedBy("UCLG").counted().reopenedBy("UCLG").withdrawn();

		assertThat(pledge.process()).isEnded();
		verify(round).cancel(pledge.reference(), UCLG);
	}

	@Test
	void instead_of_the_coordinators_decision_one_partner_judges_once_more() {
		PledgeInProcess pledge = given.aPledgeInDisagreement().returnedTo("UCLG");
		assertThat(pledge.process()).isWaitingAt("Task_ReviewPledge").isNotWaitingAt("Task_DecideDisagreement");
		assertThat(tasks.createTaskQuery().processInstanceId(pledge.process().getId()).count()).isOne();

		pledge.reviewsAddUpTo(3, 0, 0).judgedBy("UCLG").counted();

		assertThat(pledge.process()).isWaitingAt("Task_AwaitFreeze").isNotWaitingAt("Task_ReviewPledge");
		verify(decide).accept(pledge.reference());
	}

	@Test
	void such_a_round_has_its_timers_and_ends_at_the_cut_off_with_the_reviews_there_are() {
		PledgeInProcess pledge = given.aPledgeInDisagreement().returnedTo("UCLG");

		pledge.reviewsAddUpTo(2, 0, 0).cutOff();

		assertThat(pledge.process()).hasPassed("Timer_ReviewCutOff");
		verify(round).cancel(pledge.reference(), UCLG);
	}

	@Test
	void where_nothing_is_to_be_decided_no_partner_judges_instead() {
		PledgeInProcess pledge = given.aSubmittedPledge();

		assertThatThrownBy(() -> pledge.returnedTo("UCLG")).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("Task_DecideDisagreement");
		verify(decide, never()).accept(any());
	}

}
