package org.calltolocalaction.notifications.digest;

import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.MailsRearranged;
import org.calltolocalaction.notifications.outbox.DigestTimer;
import org.calltolocalaction.notifications.outbox.HeldMails;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings what is held back for a person at the hour that they chose just now, not at the
 * one before.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class MoveDigest {

	private final HeldMails heldMails;

	private final DigestTimer timer;

	MoveDigest(HeldMails heldMails, DigestTimer timer) {
		this.heldMails = heldMails;
		this.timer = timer;
	}

	@EventListener
	void move(MailsRearranged event) {
		AccountId reader = event.person();
		heldMails.lock(reader);
		if (!heldMails.of(reader).isEmpty()) {
			// There is one, unless somebody deleted the process by hand: then this is the
			// way back.
			timer.start(reader);
			timer.reset(reader);
		}
	}

}
