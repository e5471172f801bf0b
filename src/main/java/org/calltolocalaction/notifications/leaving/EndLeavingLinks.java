package org.calltolocalaction.notifications.leaving;

import java.util.List;
import org.calltolocalaction.identity.FollowsAccount;
import org.calltolocalaction.identity.MailPreference.Choice;
import org.calltolocalaction.identity.MailsRearranged;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who signs in and chooses to have more mails is not undone by an old mail, whoever has
 * it by now; and of two accounts that become one, the one that ends gets no more.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EndLeavingLinks implements FollowsAccount {

	private final LeavingLinks links;

	private final People people;

	EndLeavingLinks(LeavingLinks links, People people) {
		this.links = links;
		this.people = people;
	}

	@EventListener
	void end(MailsRearranged event) {
		if (people.person(event.person()).mails().choice() != Choice.WHAT_NEEDS_ME) {
			links.end(event.person());
		}
	}

	/** The mails go on as before: nobody has to know. */
	@Override
	@Transactional(readOnly = true)
	public List<Consequence> forecast(Person from, Person into) {
		return List.of();
	}

	@Override
	public void follow(Person from, Person into, Person by) {
		links.end(from.id());
	}

}
