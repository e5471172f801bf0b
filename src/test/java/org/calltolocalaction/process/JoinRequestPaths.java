package org.calltolocalaction.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.Instant;
import java.util.UUID;
import org.calltolocalaction.governments.membership.JoinReminder;
import org.calltolocalaction.governments.membership.JoinRequestCalendar;
import org.calltolocalaction.governments.membership.MembershipId;
import org.calltolocalaction.notifications.membership.JoinRequestMails;
import org.calltolocalaction.notifications.membership.JoinRequestTimer;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Those who may answer a request to join are reminded of it until somebody does. */
abstract class JoinRequestPaths {

	private static final Instant ASKED = Instant.parse("2026-06-01T12:00:00Z");

	private final MembershipId request = new MembershipId(UUID.randomUUID());

	@Autowired
	JoinRequestTimer timer;

	@Autowired
	JoinRequestCalendar calendar;

	@Autowired
	JoinRequestMails mails;

	@Autowired
	Jobs jobs;

	@Autowired
	RuntimeService runtime;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void whoever_may_answer_is_reminded_twice_and_then_the_coordinators_are_told() {
		ProcessInstance process = asked();
		assertThat(jobs.dueAt(process, "Timer_FirstReminder")).isEqualTo(JoinReminder.FIRST.due(ASKED));
		verify(mails, never()).reminder(any(), any());

		jobs.fire(process, "Timer_FirstReminder");
		verify(mails).reminder(request, JoinReminder.FIRST);
		assertThat(jobs.dueAt(process, "Timer_SecondReminder")).isEqualTo(JoinReminder.SECOND.due(ASKED));
		jobs.fire(process, "Timer_SecondReminder");
		verify(mails).reminder(request, JoinReminder.SECOND);
		assertThat(jobs.dueAt(process, "Timer_Unanswered")).isEqualTo(JoinReminder.COORDINATORS.due(ASKED));
		jobs.fire(process, "Timer_Unanswered");

		verify(mails).reminder(request, JoinReminder.COORDINATORS);
		assertThat(process).isEnded()
			.hasPassedInOrder("Timer_FirstReminder", "Task_RemindOfRequest", "Timer_SecondReminder",
					"Task_RemindOfRequestAgain", "Timer_Unanswered", "Task_TellCoordinators", "End_CoordinatorsTold");
	}

	@Test
	void a_request_that_is_answered_reminds_nobody_any_more() {
		ProcessInstance process = asked();
		jobs.fire(process, "Timer_FirstReminder");

		transaction.executeWithoutResult(status -> timer.ended(request));

		assertThat(process).isEnded().hasNotPassed("Task_RemindOfRequestAgain");
	}

	@Test
	void one_that_is_answered_after_all_reminders_has_nothing_to_end() {
		transaction.executeWithoutResult(status -> timer.ended(request));

		assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(request.businessKey()).count())
			.isZero();
	}

	private ProcessInstance asked() {
		for (JoinReminder reminder : JoinReminder.values()) {
			doReturn(reminder.due(ASKED)).when(calendar).due(request, reminder);
		}
		transaction.executeWithoutResult(status -> timer.waitFor(request));
		return runtime.createProcessInstanceQuery().processInstanceBusinessKey(request.businessKey()).singleResult();
	}

}
