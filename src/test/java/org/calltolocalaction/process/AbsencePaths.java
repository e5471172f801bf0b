package org.calltolocalaction.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.time.Instant;
import org.calltolocalaction.reviews.absence.AbsenceId;
import org.calltolocalaction.reviews.absence.AbsenceTimer;
import org.calltolocalaction.reviews.absence.Absences;
import org.calltolocalaction.reviews.absence.TellDeputy;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who stands in for a reviewer is told when the absence begins, whenever that is moved
 * to.
 */
abstract class AbsencePaths {

	private static final Instant MONDAY = Instant.parse("2026-06-07T22:00:00Z");

	private final AbsenceId absence = AbsenceId.random();

	@Autowired
	AbsenceTimer timer;

	@Autowired
	Absences absences;

	@Autowired
	TellDeputy deputy;

	@Autowired
	Jobs jobs;

	@Autowired
	RuntimeService runtime;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void the_deputy_is_told_when_the_absence_begins() {
		ProcessInstance process = beginning(MONDAY);
		assertThat(jobs.dueAt(process, "Timer_AbsenceBegins")).isEqualTo(MONDAY);
		verify(deputy, never()).tell(any());

		jobs.fire(process, "Timer_AbsenceBegins");

		verify(deputy).tell(absence);
		assertThat(process).isEnded().hasPassedInOrder("Timer_AbsenceBegins", "Task_TellDeputy", "End_DeputyTold");
	}

	@Test
	void an_absence_that_is_moved_takes_its_timer_with_it() {
		ProcessInstance process = beginning(MONDAY);
		Instant later = MONDAY.plus(Duration.ofDays(7));

		assertThat(beginning(later).getId()).isEqualTo(process.getId());
		assertThat(jobs.dueAt(process, "Timer_AbsenceBegins")).isEqualTo(later);
	}

	@Test
	void an_absence_that_is_changed_after_its_beginning_is_told_of_again() {
		jobs.fire(beginning(MONDAY), "Timer_AbsenceBegins");

		assertThat(beginning(MONDAY)).isWaitingAtExactly("Timer_AbsenceBegins");
	}

	private ProcessInstance beginning(Instant begins) {
		doReturn(begins).when(absences).beginning(absence);
		transaction.executeWithoutResult(status -> timer.waitFor(absence));
		return runtime.createProcessInstanceQuery().processInstanceBusinessKey(absence.businessKey()).singleResult();
	}

}
