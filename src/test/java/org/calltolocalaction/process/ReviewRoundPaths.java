package org.calltolocalaction.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import java.util.List;
import org.calltolocalaction.notifications.pledge.PlacementMails;
import org.calltolocalaction.notifications.pledge.PledgeMails;
import org.calltolocalaction.notifications.review.ReviewRoundMails;
import org.calltolocalaction.pledges.DecidePledge;
import org.calltolocalaction.pledges.DisagreementReason;
import org.calltolocalaction.pledges.Outcome;
import org.calltolocalaction.reports.IncludePledge;
import org.calltolocalaction.reviews.ReviewTally;
import org.calltolocalaction.reviews.rounds.ReviewRound;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.beans.factory.annotation.Autowired;

abstract class ReviewRoundPaths {

	@Autowired
	Given given;

	@Autowired
	Jobs jobs;

	@Autowired
	TaskService tasks;

	@Autowired
	RuntimeService runtime;

	@Autowired
	HistoryService history;

	@Autowired
	ReviewRound round;

	@Autowired
	DecidePledge decide;

	@Autowired
	IncludePledge include;

	@Autowired
	PledgeMails mails;

	@Autowired
	PlacementMails placementMails;

	@Autowired
	ReviewRoundMails roundMails;

	@Test
	void a_submitted_pledge_has_its_receipt_and_one_open_review_for_each_partner() {
		PledgeInProcess pledge = given.aSubmittedPledge();

		assertThat(pledge.process()).isWaitingAt("Task_ReviewPledge").variables().isEmpty();
		assertThat(pledge.process()).hasBusinessKey(pledge.reference().value());
		for (String partner : List.of("UCLG", "MMC", "IOM")) {
			assertThat(tasks.createTaskQuery()
				.processInstanceId(pledge.process().getId())
				.taskCandidateGroup(partner)
				.count()).as(partner).isOne();
			verify(round).open(pledge.reference(), new PartnerCode(partner));
		}
		verify(mails).receipt(pledge.reference());
	}

	@Test
	void reviewers_are_told_in_a_step_of_its_own_once_their_reviews_are_open() {
		PledgeInProcess pledge = given.aSubmittedPledge();
		verify(roundMails, never()).reviewWaiting(any());

		jobs.run(pledge.process(), "Task_TellReviewers");

		assertThat(pledge.process()).hasPassed("Task_TellReviewers", "End_ReviewersTold")
			.isWaitingAt("Task_ReviewPledge");
		InOrder order = inOrder(round, roundMails);
		order.verify(round, times(3)).open(eq(pledge.reference()), any());
		order.verify(roundMails).reviewWaiting(pledge.reference());
	}

	@Test
	void who_is_asked_is_settled_before_the_first_review_opens() {
		PledgeInProcess pledge = given.aPledge();
		// As in the domain: once a review is open, the question whom to ask has another
		// answer.
		doAnswer(opened -> pledge.asks("IOM")).when(round).open(any(), any());

		pledge.submitted();

		verify(round).open(pledge.reference(), new PartnerCode("UCLG"));
		verify(round).open(pledge.reference(), new PartnerCode("MMC"));
		verify(round).open(pledge.reference(), new PartnerCode("IOM"));
	}

	@Test
	void a_pledge_that_all_partners_approve_is_accepted_and_included_and_ends_with_the_freeze() {
		PledgeInProcess pledge = given.aSubmittedPledge();
		jobs.run(pledge.process(), "Task_TellReviewers");
		pledge.reviewsAddUpTo(3, 0, 0).reviewed();

		assertThat(pledge.process()).isWaitingAtExactly("Task_AwaitFreeze");
		PledgeInProcess.frozenTogether(pledge);

		assertThat(pledge.process()).isEnded()
			.hasPassedInOrder("Task_SendReceipt", "Task_ReviewPledge", "Decision_ReviewOutcome", "Task_AcceptPledge",
					"Task_TellOfAcceptance", "Decision_DeadlineCheck", "Task_IncludeInThisEdition", "Task_AwaitFreeze",
					"End_Included");
		InOrder order = inOrder(decide, mails, include);
		order.verify(decide).accept(pledge.reference());
		order.verify(mails).accepted(pledge.reference());
		order.verify(include).inThisEdition(eq(pledge.reference()), any());
		verify(round, never()).cancel(any(), any());
		verify(placementMails, never()).carriedOver(any(), any());
	}

	@Test
	void the_outcome_waits_for_the_last_partner() {
		PledgeInProcess pledge = given.aSubmittedPledge().judgedBy("UCLG").judgedBy("IOM").counted();

		assertThat(pledge.process()).isWaitingAt("Task_ReviewPledge").hasNotPassed("Decision_ReviewOutcome");
		verify(round, never()).tally(any());

		pledge.reviewsAddUpTo(3, 0, 0).judgedBy("MMC").counted();
		assertThat(pledge.process()).hasPassed("Decision_ReviewOutcome");
		verify(round).tally(pledge.reference());
	}

	@Test
	void a_pledge_that_all_partners_decline_is_declined() {
		PledgeInProcess pledge = given.aSubmittedPledge().reviewsAddUpTo(0, 0, 3);
		jobs.run(pledge.process(), "Task_TellReviewers");
		pledge.reviewed();

		assertThat(pledge.process()).isEnded()
			.hasPassedInOrder("Task_DeclinePledge", "Task_TellOfDecline", "End_Declined");
		verify(decide).decline(pledge.reference());
		verify(mails).declined(pledge.reference());
		verifyNoInteractions(include);
	}

	@Test
	void a_pledge_that_nobody_was_asked_about_is_not_accepted() {
		PledgeInProcess pledge = given.aPledge().asks().reviewsAddUpTo(0, 0, 0).submitted();

		assertThat(pledge.process()).isWaitingAt("Task_DecideDisagreement");
		verify(decide).referToCoordinators(pledge.reference(), DisagreementReason.MISSING_REVIEW);
		verify(decide, never()).accept(any());
	}

	@Test
	void a_round_of_one_partner_is_a_round() {
		PledgeInProcess pledge = given.aPledge().asks("UCLG").submitted().reviewsAddUpTo(1, 0, 0).reviewed();

		assertThat(pledge.process()).isWaitingAt("Task_AwaitFreeze");
	}

	@Test
	void the_engine_keeps_identifiers_and_routing_results_and_no_facts() {
		PledgeInProcess pledge = given.aPledgeToRevise()
			.asks("MMC")
			.resubmitted()
			.reviewsAddUpTo(new ReviewTally(2, 0, 1, 0, 2))
			.reviewed()
			.decidedByTheCoordinators(Outcome.ACCEPTED);
		PledgeInProcess.frozenTogether(pledge);

		List<HistoricVariableInstance> kept = history.createHistoricVariableInstanceQuery()
			.processInstanceId(pledge.process().getId())
			.list();
		// The engine's own counters of the reviews are numbers.
		assertThat(kept).filteredOn(variable -> !variable.getName().startsWith("nrOf"))
			.filteredOn(variable -> !variable.getName().equals("loopCounter"))
			.allSatisfy(variable -> assertThat(variable.getTypeName()).as(variable.getName()).isEqualTo("string"));
		assertThat(kept).extracting(HistoricVariableInstance::getTypeName).containsOnly("string", "integer");
		assertThat(kept).extracting(HistoricVariableInstance::getName)
			.containsOnly("nrOfInstances", "nrOfCompletedInstances", "nrOfActiveInstances", "loopCounter", "partner",
					"outcome", "outcomeReason", "coordinatorDecision", "placement", "placementReason");
	}

}
