package org.calltolocalaction.notifications.membership;

import java.util.List;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.standing.StandingChanged;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a government's members what the coordinators made of its registration, in the
 * transaction of the act.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StandingMailListener {

	private final StandingMailTexts texts;

	private final Outbox outbox;

	private final Governments governments;

	StandingMailListener(StandingMailTexts texts, Outbox outbox, Governments governments) {
		this.texts = texts;
		this.outbox = outbox;
		this.governments = governments;
	}

	@EventListener
	void on(StandingChanged changed) {
		List<Person> members = governments.members(changed.government().id());
		switch (changed.to()) {
			case CONFIRMED -> outbox.writeToEach(members, MailKind.GOVERNMENT_CONFIRMED, changed.government().id(),
					member -> texts.confirmed(changed, member));
			case ASKED -> outbox.writeToEach(members, MailKind.GOVERNMENT_ASKED, changed.government().id(),
					member -> texts.asked(changed, member), changed.at());
			case REFUSED -> outbox.writeToEach(members, MailKind.GOVERNMENT_REFUSED, changed.government().id(),
					member -> texts.refused(changed, member), changed.at());
			case UNCONFIRMED -> {
				// The government itself has said something: the coordinators' lists show
				// it.
			}
		}
	}

}
