package org.calltolocalaction.process;

import org.calltolocalaction.reviews.absence.AbsenceId;
import org.calltolocalaction.reviews.absence.AbsenceTimer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives each absence one {@code absence}, whose timer the engine keeps over restarts and
 * nodes.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CamundaAbsenceTimer implements AbsenceTimer {

	private final Tasks tasks;

	CamundaAbsenceTimer(Tasks tasks) {
		this.tasks = tasks;
	}

	@Override
	public void waitFor(AbsenceId absence) {
		tasks.startUnlessRunning(Tasks.ABSENCE, absence.businessKey());
		tasks.resetTimer(Tasks.ABSENCE_BEGINS, Tasks.ABSENCE, absence.businessKey());
	}

}
