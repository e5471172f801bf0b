package org.calltolocalaction.process;

import org.calltolocalaction.notifications.MailDelivery;
import org.calltolocalaction.notifications.MailId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives each mail a {@code mail-delivery} of its own, with its own retries. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CamundaMailDelivery implements MailDelivery {

	private final Tasks tasks;

	CamundaMailDelivery(Tasks tasks) {
		this.tasks = tasks;
	}

	@Override
	public void deliver(MailId mail) {
		tasks.start(Tasks.MAIL_DELIVERY, mail.businessKey());
	}

}
