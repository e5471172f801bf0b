package org.calltolocalaction.notifications.pledge;

import java.time.Clock;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailContexts;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.reports.publication.PledgeUnpublished;
import org.calltolocalaction.reports.publication.PublicationResumed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to all who act for its government what became of the publication of a pledge,
 * and to the coordinators where the government changed its consent.
 */
@Component
class PublicationMailListener {

	private final MailContexts contexts;

	private final PublicationMailTexts texts;

	private final Outbox outbox;

	private final Governments governments;

	private final People people;

	private final Clock clock;

	PublicationMailListener(MailContexts contexts, PublicationMailTexts texts, Outbox outbox, Governments governments,
			People people, Clock clock) {
		this.contexts = contexts;
		this.texts = texts;
		this.outbox = outbox;
		this.governments = governments;
		this.people = people;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void on(PledgeUnpublished unpublished) {
		MailContext context = contexts.of(unpublished.reference());
		Person by = people.person(unpublished.by());
		// The instant, too: the same can be done and undone more than once.
		outbox.writeToEach(governments.members(context.government().id()), MailKind.UNPUBLISHED, context.reference(),
				member -> texts.unpublished(context, unpublished, by, member), clock.instant());
		if (unpublished.kind().byGovernment()) {
			outbox.writeToEach(people.coordinators(), MailKind.CONSENT_CHANGED, context.reference(),
					coordinator -> texts.consentWithdrawn(context, unpublished, by, coordinator), clock.instant());
		}
	}

	@EventListener
	@Transactional
	void on(PublicationResumed resumed) {
		MailContext context = contexts.of(resumed.reference());
		Person by = people.person(resumed.by());
		outbox.writeToEach(governments.members(context.government().id()), MailKind.PUBLISHED_AGAIN,
				context.reference(), member -> texts.resumed(context, resumed, by, member), clock.instant());
		if (resumed.kind().byGovernment()) {
			outbox.writeToEach(people.coordinators(), MailKind.CONSENT_CHANGED, context.reference(),
					coordinator -> texts.consentGivenAgain(context, resumed, coordinator), clock.instant());
		}
	}

}
