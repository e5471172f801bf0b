package org.calltolocalaction.notifications;

import java.util.List;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.HeldMails.HeldMail;
import org.springframework.stereotype.Component;

/**
 * One mail a day: first what it holds, line by line, and then each message as it was
 * written.
 */
@Component
class DigestMailTexts {

	/** More of them are read on the desk. */
	private static final int LISTED_AT_MOST = 20;

	private final MailTexts letters;

	private final DeskMailTexts desk;

	DigestMailTexts(MailTexts letters, DeskMailTexts desk) {
		this.letters = letters;
		this.desk = desk;
	}

	/**
	 * @param day what the reader can review; empty for who reviews nothing
	 */
	MailText digest(Person reader, ReviewersDay day, List<HeldMail> messages) {
		MailText letter = letters.to(reader);
		if (day.isEmpty()) {
			letter.subject("notifications.digest.subject", messages.size());
		}
		else {
			letter.subject("notifications.digest.subject.reviews", day.size(), messages.size());
			reviews(letter, reader, day);
		}
		if (!messages.isEmpty()) {
			letter.paragraph("notifications.digest.text", messages.size());
			messages.forEach(mail -> letter.item("notifications.digest.item", mail.subject()));
			messages.forEach(mail -> letter.chapter(mail.subject(),
					letter.wording().say("notifications.digest.written", letter.clock().here(mail.createdAt())),
					mail.gist()));
		}
		return letter.rule()
			.paragraph("notifications.digest.next")
			.link("notifications.link.profile", "/my/profile")
			.signed(letter.wording().say("notifications.why.digest"));
	}

	private void reviews(MailText letter, Person reader, ReviewersDay day) {
		letter.paragraph("notifications.digest.reviews", desk.shortName(reader.requirePartner(), letter));
		list(letter, "notifications.digest.reviews.overdue", day.overdue());
		list(letter, "notifications.digest.reviews.soon", day.soon());
		list(letter, "notifications.digest.reviews.new", day.fresh());
		letter.link("notifications.link.reviews", "/reviews");
	}

	private static void list(MailText letter, String heading, List<OpenReview> reviews) {
		if (reviews.isEmpty()) {
			return;
		}
		letter.paragraph(heading, reviews.size());
		reviews.stream()
			.limit(LISTED_AT_MOST)
			.forEach(review -> letter.item("notifications.digest.reviews.item", review.reference(),
					OneLine.of(review.title(), EditionMailTexts.LONGEST_TITLE), review.government(),
					letter.clock().day(review.dueAt()), letter.address("/reviews/" + review.reference())));
		if (reviews.size() > LISTED_AT_MOST) {
			letter.paragraph("notifications.openReviews.more", reviews.size() - LISTED_AT_MOST);
		}
	}

}
