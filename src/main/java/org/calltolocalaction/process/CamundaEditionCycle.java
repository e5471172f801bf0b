package org.calltolocalaction.process;

import java.util.Map;
import org.calltolocalaction.editions.EditionCycle;
import org.calltolocalaction.editions.EditionYear;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves {@code edition-cycle} along with what the editions say. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CamundaEditionCycle implements EditionCycle {

	private final Tasks tasks;

	CamundaEditionCycle(Tasks tasks) {
		this.tasks = tasks;
	}

	@Override
	public void opened(EditionYear year) {
		tasks.start(Tasks.EDITION_CYCLE, year.businessKey());
	}

	@Override
	public void openingTakenBack(EditionYear year) {
		tasks.end(Tasks.EDITION_CYCLE, year.businessKey(), "The opening was taken back");
	}

	@Override
	public void deadlineMoved(EditionYear year) {
		tasks.correlate(Tasks.DEADLINE_MOVED, year.businessKey());
	}

	@Override
	public void contentsConfirmed(EditionYear year) {
		tasks.complete(Tasks.CONFIRM_CONTENTS, year.businessKey(), Map.of());
	}

	@Override
	public void reportApproved(EditionYear year) {
		tasks.complete(Tasks.APPROVE_REPORT, year.businessKey(), Map.of());
	}

}
