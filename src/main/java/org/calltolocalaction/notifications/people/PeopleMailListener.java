package org.calltolocalaction.notifications.people;

import org.calltolocalaction.identity.InvitePerson.PersonInvited;
import org.calltolocalaction.identity.SuspendAccount.AccountSuspended;
import org.calltolocalaction.identity.SuspendAccount.SuspensionLifted;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.outbox.MailKey;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people what coordinators made of their account, in the transaction of the act.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PeopleMailListener {

	private final PeopleMailTexts texts;

	private final Outbox outbox;

	PeopleMailListener(PeopleMailTexts texts, Outbox outbox) {
		this.texts = texts;
		this.outbox = outbox;
	}

	@EventListener
	void on(PersonInvited invited) {
		outbox.write(
				MailKey.of(MailKind.ROLE_GIVEN, invited.person().id(), invited.person().id(),
						invited.at().toEpochMilli(), invited.times()),
				invited.person(), texts.roleGiven(invited.person(), invited.by()));
	}

	@EventListener
	void on(AccountSuspended suspended) {
		outbox.write(
				MailKey.of(MailKind.SUSPENDED, suspended.person().id(), suspended.person().id(),
						suspended.at().toEpochMilli()),
				suspended.person(), texts.suspended(suspended.person(), suspended.reason(), suspended.by()));
	}

	@EventListener
	void on(SuspensionLifted lifted) {
		outbox.write(MailKey.of(MailKind.SUSPENSION_LIFTED, lifted.person().id(), lifted.person().id(),
				lifted.at().toEpochMilli()), lifted.person(), texts.lifted(lifted.person(), lifted.by()));
	}

}
