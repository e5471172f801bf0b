package org.calltolocalaction.notifications.review;

import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailContexts;
import org.calltolocalaction.notifications.outbox.Outbox;
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
	void on(NewReviewRequested requested) {
		MailContext context = contexts.of(requested.reference());
		Review review = context.open()
			.stream()
			.filter(open -> open.partner().equals(requested.partner()))
			.findFirst()
			.orElseThrow();
		Person coordinator = people.person(requested.by());
		// The reason is not for those who keep out.
		outbox.writeToEach(availableReviewers.concernedBy(review), MailKind.NEW_REVIEW_REQUESTED, context.reference(),
				reviewer -> texts.requested(context, review, requested, coordinator, reviewer), context.occasion());
		if (NewReviewMailTexts.concernsTheGovernment(requested)) {
			outbox.writeToEach(governments.members(context.government().id()), MailKind.REVIEWED_AGAIN,
					context.reference(), member -> texts.reviewedAgain(context, requested, member), context.occasion());
		}
	}

}
