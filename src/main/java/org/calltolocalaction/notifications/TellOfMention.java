package org.calltolocalaction.notifications;

import java.util.Map;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.discussion.PeopleMentioned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to reviewers and coordinators that somebody calls them by name in the discussion
 * of a pledge.
 */
@Component
class TellOfMention {

	private final MailContexts dossiers;

	private final MentionMailTexts letters;

	private final Outbox outbox;

	private final People people;

	TellOfMention(MailContexts dossiers, MentionMailTexts letters, Outbox outbox, People people) {
		this.dossiers = dossiers;
		this.letters = letters;
		this.outbox = outbox;
		this.people = people;
	}

	@EventListener
	@Transactional
	void on(PeopleMentioned mentioned) {
		MailContext dossier = dossiers.of(mentioned.reference());
		Person author = people.person(mentioned.remark().author());
		Map<AccountId, Person> readers = people.all(mentioned.remark().mentioned());
		for (Person reader : readers.values()) {
			outbox.write(MailKey.of(MailKind.MENTIONED, dossier.reference(), reader.id(), mentioned.remark().number()),
					reader, letters.mentioned(dossier, author, mentioned.remark().text(), reader));
		}
	}

}
