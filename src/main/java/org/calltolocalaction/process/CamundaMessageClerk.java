package org.calltolocalaction.process;

import org.calltolocalaction.notifications.coordinators.MessageClerk;
import org.calltolocalaction.notifications.coordinators.MessageId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives each message to many one {@code coordinators-message}, whose jobs the engine
 * keeps over restarts and nodes.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CamundaMessageClerk implements MessageClerk {

	private final Tasks tasks;

	CamundaMessageClerk(Tasks tasks) {
		this.tasks = tasks;
	}

	@Override
	public void begin(MessageId message) {
		tasks.start(Tasks.COORDINATORS_MESSAGE, message.businessKey());
	}

}
