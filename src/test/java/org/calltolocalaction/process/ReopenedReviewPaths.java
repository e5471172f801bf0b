package org.calltolocalaction.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import org.calltolocalaction.editions.Timeliness;
import org.calltolocalaction.pledges.DecidePledge;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.placement.PlacementReason;
import org.calltolocalaction.reports.IncludePledge;
import org.calltolocalaction.reviews.OpenReviewTasks;
import org.calltolocalaction.reviews.OpenReviewTasks.ReviewTask;
import org.calltolocalaction.reviews.rounds.ReviewRound;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A partner judges once more: while the round goes on, or after the reviews came to
 * something.
 */
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

	@Autowired
	IncludePledge include;

	@Autowired
	Jobs jobs;

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
		PledgeInProcess pledge = given.aPledgeInDisagreement().sentBackFrom(PledgeState.DISAGREEMENT, "UCLG");
		assertThat(pledge.process()).isWaitingAt("Task_ReviewPledge").isNotWaitingAt("Task_DecideDisagreement");
		assertThat(tasks.createTaskQuery().processInstanceId(pledge.process().getId()).count()).isOne();

		pledge.reviewsAddUpTo(3, 0, 0).judgedBy("UCLG").counted();

		assertThat(pledge.process()).isWaitingAt("Task_AwaitFreeze").isNotWaitingAt("Task_ReviewPledge");
		verify(decide).accept(pledge.reference());
	}

	@Test
	void such_a_round_has_its_timers_and_ends_at_the_cut_off_with_the_reviews_there_are() {
		PledgeInProcess pledge = given.aPledgeInDisagreement().sentBackFrom(PledgeState.DISAGREEMENT, "UCLG");

		pledge.reviewsAddUpTo(2, 0, 0).cutOff();

		assertThat(pledge.process()).hasPassed("Timer_ReviewCutOff");
		verify(round).cancel(pledge.reference(), UCLG);
	}

	@Test
	void instead_of_changes_by_the_government_one_partner_judges_once_more_and_no_reminder_comes() {
		PledgeInProcess pledge = given.aPledgeToRevise().sentBackFrom(PledgeState.CHANGES_REQUESTED, "UCLG");

		assertThat(pledge.process()).isWaitingAt("Task_ReviewPledge").isNotWaitingAt("Task_RevisePledge");
		assertThat(jobs.at(pledge.process(), "Timer_ChangesReminder")).isEmpty();
		assertThat(openReviewTasks.all()).containsExactly(new ReviewTask(pledge.reference(), UCLG));

		pledge.judgedBy("UCLG").counted();
		assertThat(pledge.process()).isWaitingAt("Task_RevisePledge");
		assertThat(jobs.at(pledge.process(), "Timer_ChangesReminder")).hasSize(1);

		pledge.asks("UCLG").resubmitted();
		assertThat(pledge.process()).isWaitingAt("Task_ReviewPledge");
	}

	@Test
	void an_included_pledge_leaves_its_report_and_comes_back_by_the_deadline_check() {
		PledgeInProcess pledge = given.anIncludedPledge().sentBackFrom(PledgeState.INCLUDED, "UCLG");
		assertThat(pledge.process()).isWaitingAt("Task_ReviewPledge").isNotWaitingAt("Task_AwaitFreeze");

		pledge.was(Timeliness.LATE).judgedBy("UCLG").counted();

		assertThat(pledge.process()).isWaitingAt("Task_AwaitFreeze").hasPassed("Task_CarryOver");
		verify(include).inThisEdition(eq(pledge.reference()), any());
		verify(include).inNextEdition(pledge.reference(), PlacementReason.LATE);
	}

	@Test
	void so_it_does_while_it_is_asked_for_which_report_it_counts() {
		PledgeInProcess pledge = given.anIncludedPledge().questioned().sentBackFrom(PledgeState.INCLUDED, "UCLG");

		assertThat(pledge.process()).isWaitingAt("Task_ReviewPledge");
		assertThat(jobs.at(pledge.process(), "Boundary_PlacementQuestioned")).isEmpty();
		pledge.judgedBy("UCLG").counted();
		assertThat(pledge.process()).isWaitingAt("Task_AwaitFreeze");
	}

	@Test
	void a_declined_pledge_has_a_process_again_with_one_review() {
		PledgeInProcess pledge = given.aDeclinedPledge();
		ProcessInstance first = pledge.process();
		jobs.run(first, "Task_TellReviewers");
		assertThat(first).isEnded();

		pledge.sentBackFrom(PledgeState.DECLINED, "UCLG");

		assertThat(pledge.process()).isNotEqualTo(first)
			.isWaitingAt("Task_ReviewPledge")
			.hasNotPassed("Task_SendReceipt");
		assertThat(pledge.process().getBusinessKey()).isEqualTo(pledge.reference().value());
		assertThat(openReviewTasks.all()).containsExactly(new ReviewTask(pledge.reference(), UCLG));
		assertThat(jobs.dueAt(pledge.process(), "Timer_ReviewCutOff")).isEqualTo(PledgeInProcess.REVIEWS_END);
		verify(round, times(3)).open(any(), any());

		pledge.reviewsAddUpTo(3, 0, 0).judgedBy("UCLG").counted();
		assertThat(pledge.process()).isWaitingAt("Task_AwaitFreeze");
	}

	@Test
	void so_it_has_where_a_mail_to_the_reviewers_keeps_the_first_process() {
		PledgeInProcess pledge = given.aDeclinedPledge();
		ProcessInstance first = pledge.process();
		assertThat(first).isActive();

		pledge.sentBackFrom(PledgeState.DECLINED, "UCLG");

		assertThat(pledge.process().getId()).isEqualTo(first.getId());
		pledge.judgedBy("UCLG").counted();
		assertThat(pledge.process()).isNotWaitingAt("Task_ReviewPledge");
	}

	@Test
	void a_declined_pledge_that_is_judged_again_can_be_withdrawn() {
		PledgeInProcess pledge = given.aDeclinedPledge();
		jobs.run(pledge.process(), "Task_TellReviewers");

		pledge.sentBackFrom(PledgeState.DECLINED, "UCLG").withdrawn();

		assertThat(pledge.process()).isEnded().hasPassed("End_Withdrawn");
		verify(round).cancel(pledge.reference(), UCLG);
	}

	@Test
	void a_round_that_begins_again_has_timers_of_its_own() {
		PledgeInProcess pledge = given.anIncludedPledge();
		jobs.passTimeTo(PledgeInProcess.REVIEWS_END.plusSeconds(1));
		pledge.nowDueIn(Duration.ofDays(200)).sentBackFrom(PledgeState.INCLUDED, "UCLG");

		assertThat(jobs.dueAt(pledge.process(), "Timer_ReviewOverdue"))
			.isEqualTo(PledgeInProcess.REVIEWS_DUE.plus(Duration.ofDays(200)));
		assertThat(jobs.dueAt(pledge.process(), "Timer_ReviewCutOff"))
			.isEqualTo(PledgeInProcess.REVIEWS_END.plus(Duration.ofDays(200)));
	}

	@Test
	void what_the_process_does_not_wait_for_is_not_taken_back() {
		PledgeInProcess pledge = given.aSubmittedPledge();

		assertThatThrownBy(() -> pledge.sentBackFrom(PledgeState.CHANGES_REQUESTED, "UCLG"))
			.hasMessageContaining("Expected exactly one open Task_RevisePledge of " + pledge.reference());
		assertThatThrownBy(() -> pledge.sentBackFrom(PledgeState.INCLUDED, "UCLG"))
			.hasMessageContaining("Expected exactly one open Task_AwaitFreeze or Boundary_PlacementQuestioned");
		assertThatThrownBy(() -> pledge.sentBackFrom(PledgeState.DECLINED, "UCLG"))
			.hasMessageContaining("Expected no running pledge-lifecycle of " + pledge.reference());
		assertThatThrownBy(() -> pledge.sentBackFrom(PledgeState.WITHDRAWN, "UCLG"))
			.isInstanceOf(IllegalArgumentException.class);
		assertThat(openReviewTasks.all()).hasSize(3);
	}

	@Test
	void where_nothing_is_to_be_decided_no_partner_judges_instead() {
		PledgeInProcess pledge = given.aSubmittedPledge();

		assertThatThrownBy(() -> pledge.sentBackFrom(PledgeState.DISAGREEMENT, "UCLG"))
			.isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("Task_DecideDisagreement");
		verify(decide, never()).accept(any());
	}

}
