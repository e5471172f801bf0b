package org.calltolocalaction.notifications.review;

import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailContexts;
import org.calltolocalaction.notifications.outbox.MailKey;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.absence.AvailableReviewers;
import org.calltolocalaction.reviews.rounds.NewReviewRequested;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to whoever is to judge a pledge once more, and to its government that it is
 * looked at again and that nothing is asked of it now.
 */
@Component
class NewReviewMailListener {

	private final MailContexts contexts;

	private final NewReviewMailTexts texts;

	private final Outbox outbox;

	private final Governments governments;

	private final People people;

	private final AvailableReviewers availableReviewers;

	NewReviewMailListener(MailContexts contexts, NewReviewMailTexts texts, Outbox outbox, Governments governments,
			People people, AvailableReviewers availableReviewers) {
		this.contexts = contexts;
		this.texts = texts;
		this.outbox = outbox;
		this.governments = governments;
		this.people = people;
		this.availableReviewers = availableReviewers;
	}

	@EventListener
	@Transactional
	void on(NewReviewRequested reopened) {
		MailContext context = contexts.of(reopened.reference());
		Review review = context.open()
			.stream()
			.filter(open -> open.partner().equals(reopened.partner()))
			.findFirst()
			.orElseThrow();
		Person coordinator = people.person(reopened.by());
		// The reason is not for those who keep out.
		for (Person reviewer : availableReviewers.concernedBy(review)) {
			write(MailKind.NEW_REVIEW_REQUESTED, context, reviewer,
					texts.reopened(context, review, reopened, coordinator, reviewer));
		}
		if (NewReviewMailTexts.concernsTheGovernment(reopened)) {
			for (Person member : governments.members(context.government().id())) {
				write(MailKind.REVIEWED_AGAIN, context, member, texts.reviewedAgain(context, reopened, member));
			}
		}
	}

	private void write(MailKind kind, MailContext context, Person reader, MailText mail) {
		outbox.write(MailKey.of(kind, context.reference(), reader.id(), context.occasion()), reader, mail);
	}

}
