package org.calltolocalaction.notifications;

import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.NewReviewRequested;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.team.AvailableReviewers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to whoever is to judge a pledge once more, and to its government that it is
 * looked at again and that nothing is asked of it now.
 */
@Component
class TellOfNewReview {

	private final MailContexts dossiers;

	private final NewReviewMailTexts letters;

	private final Outbox outbox;

	private final Governments governments;

	private final People people;

	private final AvailableReviewers availableReviewers;

	TellOfNewReview(MailContexts dossiers, NewReviewMailTexts letters, Outbox outbox, Governments governments,
			People people, AvailableReviewers availableReviewers) {
		this.dossiers = dossiers;
		this.letters = letters;
		this.outbox = outbox;
		this.governments = governments;
		this.people = people;
		this.availableReviewers = availableReviewers;
	}

	@EventListener
	@Transactional
	void on(NewReviewRequested reopened) {
		MailContext dossier = dossiers.of(reopened.reference());
		Review review = dossier.open()
			.stream()
			.filter(open -> open.partner().equals(reopened.partner()))
			.findFirst()
			.orElseThrow();
		Person coordinator = people.person(reopened.by());
		// The reason is not for those who keep out.
		for (Person reviewer : availableReviewers.concernedBy(review)) {
			write(MailKind.REVIEW_REOPENED, dossier, reviewer,
					letters.reopened(dossier, review, reopened, coordinator, reviewer));
		}
		if (NewReviewMailTexts.concernsTheGovernment(reopened)) {
			for (Person member : governments.members(dossier.government().id())) {
				write(MailKind.LOOKED_AT_AGAIN, dossier, member, letters.lookedAtAgain(dossier, reopened, member));
			}
		}
	}

	private void write(MailKind kind, MailContext dossier, Person reader, MailText letter) {
		outbox.write(MailKey.of(kind, dossier.reference(), reader.id(), dossier.occasion()), reader, letter);
	}

}
