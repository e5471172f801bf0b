package org.calltolocalaction.notifications.pledge;

import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.signoff.SignOffGiven;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes that the head of a government approved a draft by its link, or asked for
 * changes.
 */
@Component
class SignOffMailListener {

	private final Pledges pledges;

	private final Governments governments;

	private final SignOffMailTexts texts;

	private final Outbox outbox;

	SignOffMailListener(Pledges pledges, Governments governments, SignOffMailTexts texts, Outbox outbox) {
		this.pledges = pledges;
		this.governments = governments;
		this.texts = texts;
		this.outbox = outbox;
	}

	/** To all who act for its government: it is theirs to submit, or to change. */
	@EventListener
	@Transactional
	void on(SignOffGiven given) {
		Pledge pledge = pledges.pledge(given.reference());
		Government government = governments.government(pledge.government());
		outbox.writeToEach(governments.members(government.id()), MailKind.SIGNED_OFF, given.reference(),
				member -> texts.signedOff(given.signOff(), pledge, government, member), given.signOff().id());
	}

}
