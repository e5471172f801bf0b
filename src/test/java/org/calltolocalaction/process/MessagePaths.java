package org.calltolocalaction.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.util.Objects;
import java.util.UUID;
import org.calltolocalaction.notifications.coordinators.MessageClerk;
import org.calltolocalaction.notifications.coordinators.MessageId;
import org.calltolocalaction.notifications.coordinators.SendMessage;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What is left of a message to many is written after it was confirmed, in portions. */
abstract class MessagePaths {

	private final MessageId message = new MessageId(UUID.randomUUID());

	@Autowired
	MessageClerk clerk;

	@Autowired
	SendMessage send;

	@Autowired
	Jobs jobs;

	@Autowired
	RuntimeService runtime;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void it_is_written_portion_by_portion_each_in_a_job_of_its_own() {
		ProcessInstance process = confirmed(2);
		verify(send, never()).writePortion(any(), anyInt());

		jobs.run(process, "Task_WriteMails");
		verify(send).writePortion(message, 1);
		verify(send, never()).writePortion(message, 2);
		jobs.run(process, "Task_WriteMails");

		verify(send).writePortion(message, 2);
		assertThat(process).isEnded().hasPassedInOrder("Task_WriteMails", "End_AllWritten");
	}

	@Test
	void a_portion_that_fails_is_tried_again_and_those_before_it_are_not() {
		ProcessInstance process = confirmed(2);
		jobs.run(process, "Task_WriteMails");
		RuntimeException failure = new IllegalStateException("the node is gone");
		doThrow(failure).when(send).writePortion(message, 2);
		jobs.failOnce(process, "Task_WriteMails", failure);
		doNothing().when(send).writePortion(message, 2);
		jobs.fire(process, "Task_WriteMails");

		verify(send, times(1)).writePortion(message, 1);
		verify(send, times(2)).writePortion(message, 2);
		assertThat(process).isEnded();
	}

	@Test
	void it_begins_in_the_transaction_in_which_it_is_confirmed() {
		assertThatThrownBy(() -> clerk.begin(message)).isInstanceOf(IllegalTransactionStateException.class);
	}

	private ProcessInstance confirmed(int portions) {
		doReturn(portions).when(send).portions(message);
		transaction.executeWithoutResult(status -> clerk.begin(message));
		return Objects.requireNonNull(runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(message.businessKey(), "coordinators-message")
			.singleResult());
	}

}
