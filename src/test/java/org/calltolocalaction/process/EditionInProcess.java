package org.calltolocalaction.process;

import static org.mockito.Mockito.doReturn;

import java.time.Instant;
import java.util.List;
import org.calltolocalaction.editions.EditionCycle;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.calendar.CallCalendar;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An edition as its cycle meets it: its dates as the domain would give them, and what
 * coordinators do.
 */
class EditionInProcess {

	static final Instant CLOSING = Instant.parse("2026-10-02T13:00:00Z");

	static final Instant FIRST_REMINDER = Instant.parse("2026-09-02T11:59:59Z");

	private final EditionYear year;

	private final TransactionTemplate transaction;

	private final RuntimeService runtime;

	private final Jobs jobs;

	private final EditionCycle cycle;

	private final CallCalendar calls;

	private ProcessInstance process;

	EditionInProcess(EditionYear year, TransactionTemplate transaction, RuntimeService runtime, Jobs jobs,
			EditionCycle cycle, CallCalendar calls) {
		this.year = year;
		this.transaction = transaction;
		this.runtime = runtime;
		this.jobs = jobs;
		this.cycle = cycle;
		this.calls = calls;
		closes(CLOSING);
		remindsNextAt(FIRST_REMINDER);
	}

	EditionYear year() {
		return year;
	}

	ProcessInstance process() {
		return process;
	}

	EditionInProcess closes(Instant instant) {
		doReturn(instant).when(calls).closing(year);
		return this;
	}

	EditionInProcess remindsNextAt(Instant instant) {
		doReturn(instant).when(calls).nextReminder(year);
		return this;
	}

	EditionInProcess opened() {
		inTransaction(() -> cycle.opened(year));
		process = runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(year.businessKey(), Tasks.EDITION_CYCLE)
			.singleResult();
		return this;
	}

	/** A coordinator moves the deadline; the reminder before it moves along. */
	EditionInProcess movedTo(Instant closing, Instant reminder) {
		closes(closing).remindsNextAt(reminder);
		inTransaction(() -> cycle.deadlineMoved(year));
		return this;
	}

	/**
	 * What it has begun for those who are told that its call has closed, oldest first.
	 */
	List<ProcessInstance> closingMails() {
		return runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(year.businessKey(), "closing-mails")
			.list();
	}

	EditionInProcess confirmed() {
		inTransaction(() -> cycle.contentsConfirmed(year));
		return this;
	}

	EditionInProcess frozen() {
		jobs.run(process, "Task_FreezeReport");
		return this;
	}

	EditionInProcess approved() {
		inTransaction(() -> cycle.reportApproved(year));
		return this;
	}

	private void inTransaction(Runnable act) {
		transaction.executeWithoutResult(status -> act.run());
	}

}
