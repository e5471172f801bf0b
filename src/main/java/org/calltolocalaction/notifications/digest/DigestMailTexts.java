package org.calltolocalaction.notifications.digest;

import java.util.List;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.context.OpenReview;
import org.calltolocalaction.notifications.context.PledgeLinks;
import org.calltolocalaction.notifications.outbox.HeldMails.HeldMail;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.calltolocalaction.notifications.text.OneLine;
import org.springframework.stereotype.Component;

/**
 * One mail a day: first what it holds, line by line, and then each message as it was
 * written.
 */
@Component
class DigestMailTexts {

	private final MailTexts texts;

	private final MailParts parts;

	DigestMailTexts(MailTexts texts, MailParts parts) {
		this.texts = texts;
		this.parts = parts;
	}

	/**
	 * @param day what the reader can review; empty for who reviews nothing
	 */
	MailText digest(Person reader, ReviewersDay day, List<HeldMail> held) {
		MailText mail = texts.to(reader);
		if (day.isEmpty()) {
			mail.subject("notifications.digest.subject", held.size());
		}
		else {
			mail.subject("notifications.digest.subject.reviews", day.size(), held.size());
			reviews(mail, reader, day);
		}
		if (!held.isEmpty()) {
			mail.paragraph("notifications.digest.text", held.size());
			held.forEach(one -> mail.item("notifications.digest.item", one.subject()));
			held.forEach(one -> mail.chapter(one.subject(),
					mail.say("notifications.digest.written", mail.times().here(one.createdAt())), one.gist()));
		}
		return mail.rule()
			.paragraph("notifications.digest.next")
			.link("notifications.link.profile", "/my/profile")
			.signed(mail.say("notifications.why.digest"));
	}

	private void reviews(MailText mail, Person reader, ReviewersDay day) {
		mail.paragraph("notifications.digest.reviews", parts.shortName(reader.requirePartner(), mail));
		list(mail, "notifications.digest.reviews.overdue", day.overdue());
		list(mail, "notifications.digest.reviews.soon", day.soon());
		list(mail, "notifications.digest.reviews.new", day.fresh());
		mail.link("notifications.link.reviews", "/reviews");
	}

	private static void list(MailText mail, String heading, List<OpenReview> reviews) {
		if (reviews.isEmpty()) {
			return;
		}
		mail.paragraph(heading, reviews.size())
			.list(reviews,
					review -> mail.item("notifications.digest.reviews.item", review.reference(),
							OneLine.title(review.title()), review.government(), mail.times().day(review.dueAt()),
							mail.address(PledgeLinks.ofReviewers(review.reference()))),
					more -> mail.paragraph("notifications.openReviews.more", more));
	}

}
