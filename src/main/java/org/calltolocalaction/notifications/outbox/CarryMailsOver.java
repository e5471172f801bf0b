package org.calltolocalaction.notifications.outbox;

import java.util.List;
import org.calltolocalaction.identity.FollowsAccount;
import org.calltolocalaction.identity.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Of two accounts that become one, what was held back for the one comes with the other's
 * daily mail.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CarryMailsOver implements FollowsAccount {

	private final HeldMails heldMails;

	private final DigestTimer timer;

	CarryMailsOver(HeldMails heldMails, DigestTimer timer) {
		this.heldMails = heldMails;
		this.timer = timer;
	}

	/** The mails go to the same mailbox as before: nobody has to know. */
	@Override
	@Transactional(readOnly = true)
	public List<Consequence> forecast(Person from, Person into) {
		return List.of();
	}

	@Override
	public void follow(Person from, Person into, Person by) {
		heldMails.lock(from.id());
		heldMails.lock(into.id());
		if (heldMails.passOn(from.id(), into.id())) {
			timer.start(into.id());
		}
	}

}
