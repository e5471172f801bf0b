package org.calltolocalaction.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.time.Instant;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.notifications.digest.DigestCalendar;
import org.calltolocalaction.notifications.digest.WriteDigest;
import org.calltolocalaction.notifications.outbox.DigestTimer;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What is held back for a person waits for their hour. */
abstract class MailDigestPaths {

	private static final Instant TOMORROW_AT_SEVEN = Instant.parse("2026-06-02T04:00:00Z");

	private final AccountId reader = AccountId.random();

	@Autowired
	DigestTimer timer;

	@Autowired
	DigestCalendar digests;

	@Autowired
	WriteDigest digest;

	@Autowired
	Jobs jobs;

	@Autowired
	RuntimeService runtime;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void a_digest_is_written_when_it_is_due() {
		ProcessInstance process = held();
		assertThat(process).isWaitingAtExactly("Timer_DigestDue");
		assertThat(jobs.dueAt(process, "Timer_DigestDue")).isEqualTo(TOMORROW_AT_SEVEN);
		verify(digest, never()).write(any());

		jobs.fire(process, "Timer_DigestDue");

		verify(digest).write(reader);
		assertThat(process).isEnded().hasPassedInOrder("Timer_DigestDue", "Task_WriteDigest", "End_DigestWritten");
	}

	@Test
	void who_waits_for_a_digest_already_waits_for_no_second_one() {
		ProcessInstance process = held();

		assertThat(held().getId()).isEqualTo(process.getId());
	}

	@Test
	void a_digest_follows_the_hour_that_its_reader_chooses() {
		ProcessInstance process = held();
		Instant later = TOMORROW_AT_SEVEN.plus(Duration.ofHours(5));
		doReturn(later).when(digests).due(reader);

		transaction.executeWithoutResult(status -> timer.reset(reader));

		assertThat(jobs.dueAt(process, "Timer_DigestDue")).isEqualTo(later);
	}

	@Test
	void who_waits_for_no_digest_may_choose_another_hour_as_well() {
		transaction.executeWithoutResult(status -> timer.reset(reader));

		assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(reader.businessKey()).count())
			.isZero();
	}

	@Test
	void a_digest_that_cannot_be_written_is_tried_again_and_then_waits_for_an_operator() {
		RuntimeException failure = new IllegalStateException("The disk is full");
		ProcessInstance process = held();
		doThrow(failure).when(digest).write(any());
		jobs.passTimeTo(TOMORROW_AT_SEVEN);
		jobs.failUntilAnIncident(process, "Timer_DigestDue", failure);
		assertThat(process).isNotEnded();

		doAnswer(works -> null).when(digest).write(any());
		jobs.tryAgain(process, "Timer_DigestDue");

		assertThat(process).isEnded();
	}

	private ProcessInstance held() {
		doReturn(TOMORROW_AT_SEVEN).when(digests).due(reader);
		transaction.executeWithoutResult(status -> timer.start(reader));
		return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reader.businessKey()).singleResult();
	}

}
