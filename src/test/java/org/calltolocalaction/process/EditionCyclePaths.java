package org.calltolocalaction.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.calltolocalaction.editions.CloseCall;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.notifications.edition.EditionMails;
import org.calltolocalaction.notifications.pledge.PlacementMails;
import org.calltolocalaction.reports.EditionReports;
import org.calltolocalaction.reports.ReportPortion;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

abstract class EditionCyclePaths {

	private static final Instant EARLIER = Instant.parse("2026-08-15T12:00:00Z");

	private static final Instant LATER = Instant.parse("2026-11-15T12:00:00Z");

	@Autowired
	Given given;

	@Autowired
	Jobs jobs;

	@Autowired
	TaskService tasks;

	@Autowired
	SpringTransactionsProcessEngineConfiguration settings;

	@Autowired
	CloseCall call;

	@Autowired
	EditionMails mails;

	@Autowired
	PlacementMails placementMails;

	@Autowired
	EditionReports reports;

	@Test
	void an_open_call_waits_for_its_reminder_and_its_deadline() {
		EditionInProcess edition = given.anOpenCall();

		isOpenUntil(edition, EditionInProcess.CLOSING, EditionInProcess.FIRST_REMINDER);
		verify(mails, never()).deadlineReminder(any());
	}

	@Test
	void each_reminder_arms_the_next_and_the_deadline_closes_the_call() {
		EditionInProcess edition = given.anOpenCall();
		for (int days : new int[] { 14, 7, 2 }) {
			edition.remindsNextAt(EditionInProcess.CLOSING.minus(Duration.ofDays(days)));
			jobs.fire(edition.process(), "Timer_NextReminder");
		}
		verify(mails, times(3)).deadlineReminder(edition.year());
		verify(call, never()).close(any());

		jobs.fire(edition.process(), "Timer_Deadline");

		verify(call).close(edition.year());
		assertThat(edition.process()).isWaitingAtExactly("Task_ConfirmContents")
			.hasPassedInOrder("Timer_NextReminder", "Task_SendReminders", "Timer_Deadline", "Task_CloseCall",
					"Task_ChaseReviews");
		assertThat(jobs.at(edition.process(), "Timer_NextReminder")).isEmpty();
		assertThat(tasks.createTaskQuery()
			.processInstanceId(edition.process().getId())
			.taskCandidateGroup("coordinators")
			.count()).isOne();
	}

	@Test
	void nobody_is_reminded_of_a_deadline_at_the_instant_at_which_it_passes() {
		EditionInProcess edition = given.anEdition().remindsNextAt(EditionInProcess.CLOSING).opened();
		// Written last, so that the database by itself would give it last.
		jobs.postpone(edition.process(), "Timer_Deadline", EditionInProcess.CLOSING.plusMillis(1));
		jobs.postpone(edition.process(), "Timer_Deadline", EditionInProcess.CLOSING);
		jobs.passTimeTo(EditionInProcess.CLOSING);

		assertThat(inTheJobExecutorsOrder()).startsWith(jobs.theOneAt(edition.process(), "Timer_Deadline").getId());
		jobs.run(edition.process(), "Timer_Deadline");

		assertThat(jobs.at(edition.process(), "Timer_NextReminder")).isEmpty();
		verify(mails, never()).deadlineReminder(any());
	}

	@Test
	void a_deadline_that_moves_earlier_takes_both_timers_along() {
		EditionInProcess edition = given.anOpenCall().movedTo(EARLIER, EARLIER.minus(Duration.ofDays(30)));

		isOpenUntil(edition, EARLIER, EARLIER.minus(Duration.ofDays(30)));
		jobs.fire(edition.process(), "Timer_Deadline");
		verify(call).close(edition.year());
	}

	@Test
	void a_deadline_that_moves_later_takes_both_timers_along() {
		EditionInProcess edition = given.anOpenCall().movedTo(LATER, LATER.minus(Duration.ofDays(30)));

		isOpenUntil(edition, LATER, LATER.minus(Duration.ofDays(30)));
		assertThat(edition.process()).hasPassed("Catch_DeadlineMoved");
	}

	@Test
	void a_deadline_moves_as_often_as_it_has_to() {
		EditionInProcess edition = given.anOpenCall()
			.movedTo(LATER, EditionInProcess.FIRST_REMINDER)
			.movedTo(EARLIER, EARLIER.minus(Duration.ofDays(14)))
			.movedTo(EditionInProcess.CLOSING, EditionInProcess.FIRST_REMINDER);

		isOpenUntil(edition, EditionInProcess.CLOSING, EditionInProcess.FIRST_REMINDER);
	}

	@Test
	void a_deadline_that_moves_ahead_after_closing_opens_the_call_again() {
		EditionInProcess edition = given.aClosedCall().movedTo(LATER, LATER.minus(Duration.ofDays(14)));

		assertThat(edition.process()).isNotWaitingAt("Task_ConfirmContents").hasPassed("Boundary_DeadlineMoved");
		isOpenUntil(edition, LATER, LATER.minus(Duration.ofDays(14)));
		jobs.fire(edition.process(), "Timer_Deadline");
		verify(call, times(2)).close(edition.year());
		assertThat(edition.process()).isWaitingAtExactly("Task_ConfirmContents");
	}

	@Test
	void a_deadline_that_moves_into_the_past_closes_the_call_at_once() {
		EditionInProcess edition = given.anOpenCall();
		jobs.passTimeTo(LATER);

		edition.movedTo(EARLIER, EARLIER);
		jobs.run(edition.process(), "Timer_Deadline");

		assertThat(edition.process()).isWaitingAtExactly("Task_ConfirmContents");
		verify(mails, never()).deadlineReminder(any());
	}

	@Test
	void confirmed_contents_are_frozen_approved_published_and_told() {
		EditionInProcess edition = given.aClosedCall().confirmed();
		verify(reports, never()).freeze(any(), any());

		edition.frozen();
		assertThat(edition.process()).isWaitingAtExactly("Task_ApproveReport");
		edition.approved();
		verify(reports, never()).publish(any());
		jobs.run(edition.process(), "Task_PublishReport");
		verify(placementMails, never()).included(any(), any());
		jobs.run(edition.process(), "Task_TellGovernments");

		assertThat(edition.process()).isEnded()
			.hasPassedInOrder("Task_ConfirmContents", "Task_FreezeReport", "Task_ApproveReport", "Task_PublishReport",
					"Task_TellGovernments", "End_Published");
		InOrder order = inOrder(reports, placementMails);
		order.verify(reports).freeze(edition.year(), ReportPortion.WHOLE);
		order.verify(reports).publish(edition.year());
		order.verify(placementMails).included(edition.year(), ReportPortion.WHOLE);
	}

	@Test
	void a_large_report_is_frozen_and_told_of_portion_by_portion_each_in_a_job_of_its_own() {
		EditionInProcess edition = given.aClosedCall();
		doReturn(3).when(reports).portions(edition.year());
		edition.confirmed();
		for (int number = 0; number < 3; number++) {
			verify(reports, never()).freeze(edition.year(), new ReportPortion(number, 3));
			jobs.run(edition.process(), "Task_FreezeReport");
			verify(reports).freeze(edition.year(), new ReportPortion(number, 3));
		}
		edition.approved();
		jobs.run(edition.process(), "Task_PublishReport");
		for (int number = 0; number < 3; number++) {
			jobs.run(edition.process(), "Task_TellGovernments");
			verify(placementMails).included(edition.year(), new ReportPortion(number, 3));
		}
		assertThat(edition.process()).isEnded();
	}

	@Test
	void a_portion_that_fails_is_tried_again_by_itself_and_those_before_it_are_not() {
		EditionInProcess edition = given.aClosedCall();
		doReturn(2).when(reports).portions(edition.year());
		edition.confirmed().frozen();
		doThrow(new IllegalStateException("the second one fails")).doNothing()
			.when(reports)
			.freeze(edition.year(), new ReportPortion(1, 2));
		jobs.failOnce(edition.process(), "Task_FreezeReport", new IllegalStateException("the second one fails"));
		jobs.fire(edition.process(), "Task_FreezeReport");

		verify(reports, times(1)).freeze(edition.year(), new ReportPortion(0, 2));
		verify(reports, times(2)).freeze(edition.year(), new ReportPortion(1, 2));
		assertThat(edition.process()).isWaitingAtExactly("Task_ApproveReport");
	}

	@Test
	void an_edition_that_began_before_reports_were_cut_is_frozen_all_at_once(
			@Autowired @Qualifier("freezeReportStep") JavaDelegate step) throws Exception {
		DelegateExecution execution = mock(DelegateExecution.class);
		when(execution.getProcessBusinessKey()).thenReturn("2031");

		step.execute(execution);

		verify(reports).freeze(new EditionYear(2031), ReportPortion.WHOLE);
	}

	private void isOpenUntil(EditionInProcess edition, Instant closing, Instant reminder) {
		assertThat(edition.process()).isWaitingAtExactly("Gateway_OpenCall");
		assertThat(jobs.dueAt(edition.process(), "Timer_Deadline")).isEqualTo(closing);
		assertThat(jobs.dueAt(edition.process(), "Timer_NextReminder")).isEqualTo(reminder);
	}

	/** As it would take all that is due now; jobs of one process run in this order. */
	private List<String> inTheJobExecutorsOrder() {
		AcquiredJobs acquired = settings.getCommandExecutorTxRequired()
			.execute(new AcquireJobsCmd(settings.getJobExecutor()));
		return acquired.getJobIdBatches().stream().flatMap(List::stream).toList();
	}

}
