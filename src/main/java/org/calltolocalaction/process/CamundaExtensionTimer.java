package org.calltolocalaction.process;

import java.util.Collection;
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
	public void waitFor(Collection<ExtensionId> extensions) {
		tasks.startAll(Tasks.EXTENSION, extensions.stream().map(ExtensionId::businessKey).toList());
	}

	@Override
	public void ended(ExtensionId extension) {
		tasks.endIfRunning(Tasks.EXTENSION, extension.businessKey(), "The extension was ended");
	}

}
