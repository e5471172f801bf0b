package org.calltolocalaction.process;

import org.calltolocalaction.editions.extension.ExtensionId;
import org.calltolocalaction.editions.extension.ExtensionTimer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives each extension one {@code extension}, whose timer the engine keeps over restarts
 * and nodes.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CamundaExtensionTimer implements ExtensionTimer {

	private final Tasks tasks;

	CamundaExtensionTimer(Tasks tasks) {
		this.tasks = tasks;
	}

	@Override
	public void waitFor(ExtensionId extension) {
		tasks.start(Tasks.EXTENSION, extension.businessKey());
	}

	@Override
	public void ended(ExtensionId extension) {
		tasks.endIfRunning(Tasks.EXTENSION, extension.businessKey(), "The extension was ended");
	}

}
