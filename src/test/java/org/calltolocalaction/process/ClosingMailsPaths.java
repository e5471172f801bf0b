package org.calltolocalaction.process;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.util.Optional;
import org.calltolocalaction.editions.CloseCall;
import org.calltolocalaction.editions.seal.CallSeal;
import org.calltolocalaction.notifications.edition.ClosingMails;
import org.calltolocalaction.notifications.edition.EditionMails;
import org.calltolocalaction.reports.ReportPortion;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever is told of a closed call is told after it has closed, in portions. */
abstract class ClosingMailsPaths {

	@Autowired
	Given given;

	@Autowired
	Jobs jobs;

	@Autowired
	EditionMails mails;

	@Autowired
	ClosingMails closing;

	@Autowired
	CloseCall call;

	@BeforeEach
	void a_call_closes_with_a_seal() {
		doAnswer(close -> Optional
			.of(new CallSeal(close.getArgument(0), EditionInProcess.CLOSING, 1, 1, "the root of the trail"))).when(call)
			.close(any());
	}

	@Test
	void a_call_closes_before_anybody_is_told() {
		EditionInProcess edition = given.aClosedCall();

		assertThat(edition.process()).isWaitingAtExactly("Task_ConfirmContents");
		verify(mails, never()).outstandingReviews(any());
		verify(closing, never()).callClosed(any(), any());
	}

	@Test
	void reviewers_are_told_and_then_the_governments_portion_by_portion_each_in_a_job_of_its_own() {
		EditionInProcess edition = given.aClosedCall();
		doReturn(2).when(closing).portions(edition.year());
		ProcessInstance process = edition.closingMails().get(0);

		jobs.run(process, "Task_ChaseReviews");
		verify(mails).outstandingReviews(edition.year());
		for (int number = 0; number < 2; number++) {
			verify(closing, never()).callClosed(edition.year(), new ReportPortion(number, 2));
			jobs.run(process, "Task_SendSeals");
			verify(closing).callClosed(edition.year(), new ReportPortion(number, 2));
		}

		assertThat(process).isEnded().hasPassedInOrder("Task_ChaseReviews", "Task_SendSeals", "End_AllTold");
	}

	@Test
	void where_the_call_was_closed_before_reviewers_are_told_and_no_government() {
		doAnswer(close -> Optional.empty()).when(call).close(any());
		EditionInProcess edition = given.aClosedCall();
		doReturn(1).when(closing).portions(edition.year());
		ProcessInstance process = edition.closingMails().get(0);

		jobs.run(process, "Task_ChaseReviews");
		jobs.run(process, "Task_SendSeals");

		verify(mails).outstandingReviews(edition.year());
		verify(closing, never()).callClosed(any(), any());
		assertThat(process).isEnded();
	}

	@Test
	void a_portion_that_fails_is_tried_again_and_those_before_it_are_not() {
		EditionInProcess edition = given.aClosedCall();
		doReturn(2).when(closing).portions(edition.year());
		ProcessInstance process = edition.closingMails().get(0);
		jobs.run(process, "Task_ChaseReviews");
		jobs.run(process, "Task_SendSeals");
		RuntimeException failure = new IllegalStateException("the node is gone");
		doThrow(failure).when(closing).callClosed(edition.year(), new ReportPortion(1, 2));
		jobs.failOnce(process, "Task_SendSeals", failure);
		doNothing().when(closing).callClosed(edition.year(), new ReportPortion(1, 2));
		jobs.fire(process, "Task_SendSeals");

		verify(closing, times(1)).callClosed(edition.year(), new ReportPortion(0, 2));
		verify(closing, times(2)).callClosed(edition.year(), new ReportPortion(1, 2));
		assertThat(process).isEnded();
	}

	@Test
	void a_deadline_moves_and_contents_are_confirmed_while_people_are_still_to_be_told() {
		EditionInProcess edition = given.aClosedCall();

		edition.movedTo(EditionInProcess.CLOSING.plus(Duration.ofDays(3)), EditionInProcess.FIRST_REMINDER);
		jobs.fire(edition.process(), "Timer_Deadline");
		edition.confirmed();

		assertThat(edition.closingMails()).hasSize(2);
		assertThat(edition.process()).hasPassed("Task_ConfirmContents");
	}

}
