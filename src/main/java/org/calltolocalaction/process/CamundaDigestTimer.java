package org.calltolocalaction.process;

import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.notifications.outbox.DigestTimer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives each person with held mails one {@code mail-digest}, whose timer the engine keeps
 * over restarts and nodes.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CamundaDigestTimer implements DigestTimer {

	private final Tasks tasks;

	CamundaDigestTimer(Tasks tasks) {
		this.tasks = tasks;
	}

	@Override
	public void start(AccountId reader) {
		tasks.startUnlessRunning(Tasks.MAIL_DIGEST, reader.businessKey());
	}

	@Override
	public void reset(AccountId reader) {
		tasks.resetTimer(Tasks.DIGEST_DUE, Tasks.MAIL_DIGEST, reader.businessKey());
	}

}
