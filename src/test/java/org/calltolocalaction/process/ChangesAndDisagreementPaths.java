package org.calltolocalaction.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.time.Instant;
import org.calltolocalaction.notifications.pledge.PledgeMails;
import org.calltolocalaction.notifications.review.ReviewRoundMails;
import org.calltolocalaction.pledges.DecidePledge;
import org.calltolocalaction.pledges.DisagreementReason;
import org.calltolocalaction.pledges.Outcome;
import org.calltolocalaction.reviews.ReviewTally;
import org.calltolocalaction.reviews.rounds.ReviewRound;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.beans.factory.annotation.Autowired;

abstract class ChangesAndDisagreementPaths {

	@Autowired
	Given given;

	@Autowired
	Jobs jobs;

	@Autowired
	TaskService tasks;

	@Autowired
	ReviewRound round;

	@Autowired
	DecidePledge decide;

	@Autowired
	PledgeMails mails;

	@Autowired
	ReviewRoundMails roundMails;

	@Test
	void a_request_for_changes_leads_back_to_the_government() {
		PledgeInProcess pledge = given.aPledgeToRevise();

		assertThat(pledge.process()).isWaitingAt("Task_RevisePledge").isNotWaitingAt("Task_ReviewPledge");
		InOrder order = inOrder(decide, mails);
		order.verify(decide).requestChanges(pledge.reference());
		order.verify(mails).changesRequested(pledge.reference());
	}

	@Test
	void a_revised_pledge_has_a_new_receipt_and_goes_to_the_partners_who_asked() {
		PledgeInProcess pledge = given.aPledgeToRevise().asks("MMC").resubmitted();

		verify(mails, times(2)).receipt(pledge.reference());
		verify(round, times(2)).open(pledge.reference(), new PartnerCode("MMC"));
		verify(round).open(pledge.reference(), new PartnerCode("UCLG"));
		assertThat(pledge.process()).isWaitingAt("Task_ReviewPledge").isNotWaitingAt("Task_RevisePledge");

		pledge.reviewsAddUpTo(new ReviewTally(3, 0, 0, 0, 2)).reviewed();
		assertThat(pledge.process()).isWaitingAt("Task_AwaitFreeze");
		verify(decide).accept(pledge.reference());
	}

	@Test
	void reviewers_of_the_second_round_are_told_too() {
		PledgeInProcess pledge = given.aSubmittedPledge().reviewsAddUpTo(0, 3, 0);
		jobs.run(pledge.process(), "Task_TellReviewers");
		pledge.reviewed().resubmitted();

		jobs.run(pledge.process(), "Task_TellReviewers");

		verify(roundMails, times(2)).reviewWaiting(pledge.reference());
	}

	@Test
	void the_government_is_reminded_of_the_changes_every_14_days_and_six_times_at_most() {
		PledgeInProcess pledge = given.aPledgeToRevise();

		for (int time = 1; time <= 6; time++) {
			Instant due = QuietEngine.NOW.plus(Duration.ofDays(14L * time));
			assertThat(jobs.dueAt(pledge.process(), "Timer_ChangesReminder")).isEqualTo(due);
			jobs.fire(pledge.process(), "Timer_ChangesReminder");
			verify(mails, times(time)).changesReminder(pledge.reference());
		}

		assertThat(jobs.at(pledge.process(), "Timer_ChangesReminder")).isEmpty();
		assertThat(pledge.process()).isWaitingAt("Task_RevisePledge").hasPassed("End_ChangesReminded");
		pledge.resubmitted();
		assertThat(pledge.process()).isWaitingAt("Task_ReviewPledge");
	}

	@Test
	void no_reminder_of_the_changes_is_left_when_they_have_come() {
		PledgeInProcess pledge = given.aPledgeToRevise().resubmitted();

		assertThat(jobs.at(pledge.process(), "Timer_ChangesReminder")).isEmpty();
	}

	@Test
	void partners_who_disagree_leave_the_decision_to_the_coordinators() {
		PledgeInProcess pledge = given.aPledgeInDisagreement();

		assertThat(pledge.process()).isWaitingAt("Task_DecideDisagreement");
		assertThat(tasks.createTaskQuery()
			.processInstanceId(pledge.process().getId())
			.taskCandidateGroup("coordinators")
			.count()).isOne();
		InOrder order = inOrder(decide, mails);
		order.verify(decide).referToCoordinators(pledge.reference(), DisagreementReason.CONFLICTING);
		order.verify(mails).decisionWaiting(pledge.reference());
	}

	@Test
	void the_coordinators_accept() {
		PledgeInProcess pledge = given.aPledgeInDisagreement().decidedByTheCoordinators(Outcome.ACCEPTED);

		assertThat(pledge.process()).isWaitingAt("Task_AwaitFreeze");
		verify(decide).accept(pledge.reference());
		verify(mails).accepted(pledge.reference());
	}

	@Test
	void the_coordinators_decline() {
		PledgeInProcess pledge = given.aPledgeInDisagreement();
		jobs.run(pledge.process(), "Task_TellReviewers");
		pledge.decidedByTheCoordinators(Outcome.DECLINED);

		assertThat(pledge.process()).isEnded().hasPassed("End_Declined");
		verify(decide).decline(pledge.reference());
		verify(mails).declined(pledge.reference());
	}

	@Test
	void the_coordinators_ask_for_changes() {
		PledgeInProcess pledge = given.aPledgeInDisagreement().decidedByTheCoordinators(Outcome.CHANGES_REQUESTED);

		assertThat(pledge.process()).isWaitingAt("Task_RevisePledge");
		verify(decide).requestChanges(pledge.reference());
		verify(mails).changesRequested(pledge.reference());
	}

	@Test
	void a_disagreement_is_no_decision_and_leaves_all_as_it_was() {
		PledgeInProcess pledge = given.aPledgeInDisagreement();

		assertThatThrownBy(() -> pledge.decidedByTheCoordinators(Outcome.DISAGREEMENT))
			.hasMessageContaining("Gateway_CoordinatorDecision");

		assertThat(pledge.process()).isWaitingAt("Task_DecideDisagreement")
			.variables()
			.doesNotContainKey("coordinatorDecision");
	}

	@Test
	void the_second_disagreement_is_decided_anew() {
		PledgeInProcess pledge = given.aPledgeInDisagreement()
			.decidedByTheCoordinators(Outcome.CHANGES_REQUESTED)
			.asks("IOM")
			.resubmitted()
			.reviewsAddUpTo(new ReviewTally(2, 0, 1, 0, 2))
			.reviewed();
		assertThat(pledge.process()).isWaitingAt("Task_DecideDisagreement");

		pledge.decidedByTheCoordinators(Outcome.ACCEPTED);

		assertThat(pledge.process()).isWaitingAt("Task_AwaitFreeze");
	}

	@Test
	void after_three_rounds_the_coordinators_decide() {
		PledgeInProcess pledge = given.aPledgeToRevise();
		pledge.resubmitted().reviewsAddUpTo(new ReviewTally(2, 1, 0, 0, 2)).reviewed();
		assertThat(pledge.process()).isWaitingAt("Task_RevisePledge");

		pledge.resubmitted().reviewsAddUpTo(new ReviewTally(2, 1, 0, 0, 3)).reviewed();

		assertThat(pledge.process()).isWaitingAt("Task_DecideDisagreement");
		verify(decide).referToCoordinators(pledge.reference(), DisagreementReason.THREE_ROUNDS);
		verify(decide, never()).accept(any());
	}

}
