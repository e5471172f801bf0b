package org.calltolocalaction.notifications.review;

import java.util.List;
import java.util.UUID;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.outbox.MailKey;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.reviews.ReviewMails;
import org.calltolocalaction.reviews.TeamReview;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the mails about reviews that change hands into the outbox, in the transaction of
 * what they tell of.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OutboxReviewMails implements ReviewMails {

	private final ReviewMailTexts texts;

	private final Outbox outbox;

	OutboxReviewMails(ReviewMailTexts texts, Outbox outbox) {
		this.texts = texts;
		this.outbox = outbox;
	}

	@Override
	public void given(List<TeamReview> reviews, Person to, Person by, String note) {
		write(MailKind.REVIEWS_GIVEN, reviews, to, texts.given(reviews, to, by, note));
	}

	@Override
	public void movedOn(List<TeamReview> reviews, Person from, Person to, Person by) {
		write(MailKind.REVIEWS_MOVED_ON, reviews, from, texts.movedOn(reviews, from, to, by));
	}

	@Override
	public void reminded(List<TeamReview> reviews, Person holder, Person by) {
		write(MailKind.REVIEWS_REMINDER, reviews, holder, texts.reminded(reviews, holder, by));
	}

	// The same review may go back and forth between two people: each time is a mail of
	// its own.
	private void write(MailKind kind, List<TeamReview> reviews, Person reader, MailText mail) {
		if (!reviews.isEmpty()) {
			outbox.write(MailKey.of(kind, about(reviews, reader), reader.id(), UUID.randomUUID()), reader, mail);
		}
	}

	/**
	 * The pledge, where it is one: then its page shows the mail; else the reader's
	 * partner.
	 */
	private static Object about(List<TeamReview> reviews, Person reader) {
		return reviews.size() == 1 ? reviews.get(0).reference() : reader.requirePartner();
	}

}
