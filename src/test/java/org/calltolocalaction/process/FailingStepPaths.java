package org.calltolocalaction.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;

import java.util.Optional;
import org.calltolocalaction.editions.CloseCall;
import org.calltolocalaction.editions.Timeliness;
import org.calltolocalaction.notifications.edition.EditionMails;
import org.calltolocalaction.notifications.pledge.PlacementMails;
import org.calltolocalaction.notifications.pledge.PledgeMails;
import org.calltolocalaction.notifications.review.ReviewRoundMails;
import org.calltolocalaction.reports.EditionReports;
import org.calltolocalaction.reports.IncludePledge;
import org.calltolocalaction.reviews.ReviewTally;
import org.calltolocalaction.reviews.rounds.ReviewRound;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What fails is tried again, later each time, and in the end waits for an operator:
 * nothing is lost.
 */
abstract class FailingStepPaths {

	private static final RuntimeException FAILURE = new IllegalStateException("The disk is full");

	@Autowired
	Given given;

	@Autowired
	Jobs jobs;

	@Autowired
	ReviewRound round;

	@Autowired
	IncludePledge include;

	@Autowired
	PledgeMails mails;

	@Autowired
	ReviewRoundMails roundMails;

	@Autowired
	EditionMails editionMails;

	@Autowired
	PlacementMails placementMails;

	@Autowired
	EditionReports reports;

	@Autowired
	CloseCall call;

	@Test
	void telling_the_reviewers() {
		PledgeInProcess pledge = given.aSubmittedPledge();
		doThrow(FAILURE).when(roundMails).reviewWaiting(any());
		jobs.failUntilAnIncident(pledge.process(), "Task_TellReviewers", FAILURE);
		assertThat(pledge.process()).isWaitingAt("Task_ReviewPledge");

		doAnswer(works -> null).when(roundMails).reviewWaiting(any());
		jobs.tryAgain(pledge.process(), "Task_TellReviewers");

		assertThat(pledge.process()).hasPassed("End_ReviewersTold").isWaitingAt("Task_ReviewPledge");
	}

	@Test
	void counting_the_last_review() {
		PledgeInProcess pledge = given.aSubmittedPledge().judgedBy("UCLG").judgedBy("MMC").counted().judgedBy("IOM");
		doThrow(FAILURE).when(round).tally(any());
		jobs.failUntilAnIncident(pledge.process(), "Task_ReviewPledge", FAILURE);
		assertThat(pledge.process()).hasNotPassed("Decision_ReviewOutcome").isNotEnded();

		pledge.reviewsAddUpTo(3, 0, 0);
		jobs.tryAgain(pledge.process(), "Task_ReviewPledge");

		assertThat(pledge.process()).isWaitingAt("Task_AwaitFreeze");
	}

	@Test
	void deciding_a_placement_anew() {
		PledgeInProcess pledge = given.anIncludedPledge().was(Timeliness.LATE).questioned();
		doThrow(FAILURE).when(include).inNextEdition(any(), any());
		jobs.failUntilAnIncident(pledge.process(), "Boundary_PlacementQuestioned", FAILURE);

		doAnswer(works -> null).when(include).inNextEdition(any(), any());
		jobs.tryAgain(pledge.process(), "Boundary_PlacementQuestioned");

		assertThat(pledge.process()).isWaitingAt("Task_AwaitFreeze").hasPassed("Task_CarryOver");
	}

	@Test
	void reminding_the_reviewers() {
		PledgeInProcess pledge = given.aSubmittedPledge();
		doThrow(FAILURE).when(roundMails).remindReviewers(any());
		failsFromItsDueDateOn(pledge.process(), "Timer_ReviewOverdue");

		assertThat(pledge.process()).isWaitingAt("Task_ReviewPledge");
	}

	@Test
	void telling_the_leads() {
		PledgeInProcess pledge = given.aSubmittedPledge();
		doThrow(FAILURE).when(roundMails).tellLeads(any());
		failsFromItsDueDateOn(pledge.process(), "Timer_ReviewStillOverdue");

		assertThat(pledge.process()).isWaitingAt("Task_ReviewPledge");
	}

	@Test
	void alerting_the_coordinators() {
		PledgeInProcess pledge = given.aSubmittedPledge();
		doThrow(FAILURE).when(roundMails).tellCoordinators(any());
		failsFromItsDueDateOn(pledge.process(), "Timer_ReviewEscalation");

		assertThat(pledge.process()).isWaitingAt("Task_ReviewPledge");
	}

	@Test
	void ending_the_round() {
		PledgeInProcess pledge = given.aSubmittedPledge();
		doThrow(FAILURE).when(round).cancel(any(), any());
		failsFromItsDueDateOn(pledge.process(), "Timer_ReviewCutOff");
		assertThat(pledge.process()).isWaitingAt("Task_ReviewPledge");

		doAnswer(works -> null).when(round).cancel(any(), any());
		pledge.reviewsAddUpTo(new ReviewTally(0, 0, 0, 3, 1));
		jobs.tryAgain(pledge.process(), "Timer_ReviewCutOff");

		assertThat(pledge.process()).isWaitingAt("Task_DecideDisagreement");
	}

	@Test
	void reminding_the_government_of_the_changes() {
		PledgeInProcess pledge = given.aPledgeToRevise();
		doThrow(FAILURE).when(mails).changesReminder(any());
		failsFromItsDueDateOn(pledge.process(), "Timer_ChangesReminder");

		assertThat(pledge.process()).isWaitingAt("Task_RevisePledge");
		assertThat(jobs.at(pledge.process(), "Timer_ChangesReminder")).as("the next one is not held up").hasSize(2);
	}

	@Test
	void closing_the_call() {
		EditionInProcess edition = given.anOpenCall();
		doThrow(FAILURE).when(call).close(any());
		failsFromItsDueDateOn(edition.process(), "Timer_Deadline");

		doAnswer(works -> Optional.empty()).when(call).close(any());
		jobs.tryAgain(edition.process(), "Timer_Deadline");

		assertThat(edition.process()).isWaitingAt("Task_ConfirmContents");
	}

	@Test
	void reminding_of_the_deadline() {
		EditionInProcess edition = given.anOpenCall();
		doThrow(FAILURE).when(editionMails).deadlineReminder(any());
		failsFromItsDueDateOn(edition.process(), "Timer_NextReminder");

		assertThat(jobs.dueAt(edition.process(), "Timer_Deadline")).isEqualTo(EditionInProcess.CLOSING);
	}

	@Test
	void freezing_publishing_and_telling() {
		EditionInProcess edition = given.aClosedCall().confirmed();
		doThrow(FAILURE).when(reports).freeze(any(), any());
		jobs.failUntilAnIncident(edition.process(), "Task_FreezeReport", FAILURE);
		doAnswer(works -> null).when(reports).freeze(any(), any());
		jobs.tryAgain(edition.process(), "Task_FreezeReport");

		edition.approved();
		doThrow(FAILURE).when(reports).publish(any());
		jobs.failUntilAnIncident(edition.process(), "Task_PublishReport", FAILURE);
		doAnswer(works -> null).when(reports).publish(any());
		jobs.tryAgain(edition.process(), "Task_PublishReport");

		doThrow(FAILURE).when(placementMails).included(any(), any());
		jobs.failUntilAnIncident(edition.process(), "Task_TellGovernments", FAILURE);
		doAnswer(works -> null).when(placementMails).included(any(), any());
		jobs.tryAgain(edition.process(), "Task_TellGovernments");

		assertThat(edition.process()).isEnded().hasPassed("End_Published");
	}

	private void failsFromItsDueDateOn(ProcessInstance process, String timer) {
		jobs.passTimeTo(jobs.dueAt(process, timer));
		jobs.failUntilAnIncident(process, timer, FAILURE);
	}

}
