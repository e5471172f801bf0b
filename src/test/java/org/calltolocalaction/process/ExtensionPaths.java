package org.calltolocalaction.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.calltolocalaction.editions.extension.ExtensionCalendar;
import org.calltolocalaction.editions.extension.ExtensionId;
import org.calltolocalaction.editions.extension.ExtensionTimer;
import org.calltolocalaction.notifications.edition.ExtensionMails;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Who has an extension is reminded before it ends, unless it was ended before. */
abstract class ExtensionPaths {

	private static final Instant NEAR = Instant.parse("2026-10-05T11:00:00Z");

	private final ExtensionId extension = ExtensionId.random();

	@Autowired
	ExtensionTimer timer;

	@Autowired
	ExtensionCalendar calendar;

	@Autowired
	ExtensionMails mails;

	@Autowired
	Jobs jobs;

	@Autowired
	RuntimeService runtime;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void members_are_reminded_before_an_extension_ends() {
		ProcessInstance process = granted();
		assertThat(jobs.dueAt(process, "Timer_ExtensionReminder")).isEqualTo(NEAR);
		verify(mails, never()).reminder(any());

		jobs.fire(process, "Timer_ExtensionReminder");

		verify(mails).reminder(extension);
		assertThat(process).isEnded()
			.hasPassedInOrder("Timer_ExtensionReminder", "Task_RemindMembers", "End_MembersReminded");
	}

	@Test
	void an_extension_that_is_ended_reminds_nobody() {
		ProcessInstance process = granted();

		transaction.executeWithoutResult(status -> timer.ended(extension));

		assertThat(process).isEnded().hasNotPassed("Task_RemindMembers");
	}

	@Test
	void an_extension_can_be_ended_after_its_reminder() {
		ProcessInstance process = granted();
		jobs.fire(process, "Timer_ExtensionReminder");

		transaction.executeWithoutResult(status -> timer.ended(extension));

		assertThat(process).isEnded();
	}

	@Test
	void many_that_are_granted_at_once_are_each_reminded_at_its_own_time() {
		List<ExtensionId> many = Stream.generate(ExtensionId::random).limit(5).toList();
		many.forEach(one -> doReturn(NEAR.plus(many.indexOf(one), ChronoUnit.DAYS)).when(calendar).reminder(one));

		transaction.executeWithoutResult(status -> timer.waitFor(many));

		assertThat(many.stream().map(this::process).map(process -> jobs.dueAt(process, "Timer_ExtensionReminder")))
			.containsExactlyElementsOf(Stream.iterate(NEAR, near -> near.plus(1, ChronoUnit.DAYS)).limit(5).toList());
		jobs.fire(process(many.get(3)), "Timer_ExtensionReminder");
		verify(mails).reminder(many.get(3));
	}

	@Test
	void where_what_grants_them_fails_none_waits_for_anything() {
		List<ExtensionId> many = Stream.generate(ExtensionId::random).limit(2).toList();
		many.forEach(one -> doReturn(NEAR).when(calendar).reminder(one));

		transaction.executeWithoutResult(status -> {
			timer.waitFor(many);
			status.setRollbackOnly();
		});

		assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(many.get(0).businessKey()).count())
			.isZero();
	}

	private ProcessInstance granted() {
		doReturn(NEAR).when(calendar).reminder(extension);
		transaction.executeWithoutResult(status -> timer.waitFor(List.of(extension)));
		return process(extension);
	}

	private ProcessInstance process(ExtensionId id) {
		return runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.businessKey()).singleResult();
	}

}
