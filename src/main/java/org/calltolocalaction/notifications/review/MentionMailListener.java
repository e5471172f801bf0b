package org.calltolocalaction.notifications.review;

import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailContexts;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.reviews.remarks.PeopleMentioned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to reviewers and coordinators that somebody calls them by name in the discussion
 * of a pledge.
 */
@Component
class MentionMailListener {

	private final MailContexts contexts;

	private final MentionMailTexts texts;

	private final Outbox outbox;

	private final People people;

	MentionMailListener(MailContexts contexts, MentionMailTexts texts, Outbox outbox, People people) {
		this.contexts = contexts;
		this.texts = texts;
		this.outbox = outbox;
		this.people = people;
	}

	@EventListener
	@Transactional
	void on(PeopleMentioned mentioned) {
		MailContext context = contexts.of(mentioned.reference());
		Person author = people.person(mentioned.remark().author());
		outbox.writeToEach(people.all(mentioned.remark().mentioned()).values(), MailKind.MENTIONED, context.reference(),
				reader -> texts.mentioned(context, author, mentioned.remark().text(), reader),
				mentioned.remark().number());
	}

}
