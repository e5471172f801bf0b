package org.calltolocalaction.notifications.review;

import java.util.List;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.calltolocalaction.reviews.TeamReview;
import org.calltolocalaction.reviews.address.WorklistLink;
import org.calltolocalaction.reviews.address.WorklistTab;
import org.springframework.stereotype.Component;

/**
 * What reviewers read when colleagues share their work out anew: who did it, and each
 * review with its due date.
 */
@Component
class ReviewMailTexts {

	private static final String MINE = WorklistLink.to(WorklistTab.MINE).toString();

	private final MailTexts texts;

	private final MailParts parts;

	ReviewMailTexts(MailTexts texts, MailParts parts) {
		this.texts = texts;
		this.parts = parts;
	}

	MailText given(List<TeamReview> reviews, Person to, Person by, String note) {
		MailText mail = texts.to(to)
			.subject("notifications.reviewsGiven.subject", by.name(), reviews.size())
			.paragraph("notifications.reviewsGiven.text", by.name(), reviews.size());
		TeamReviewList.in(mail, reviews);
		if (!note.isBlank()) {
			mail.quote(mail.say("notifications.reviewsGiven.note", by.name()), note, by.language());
		}
		return mail.paragraph("notifications.reviewsGiven.next")
			.link("notifications.link.reviews", MINE)
			.signed(why(mail, to));
	}

	MailText movedOn(List<TeamReview> reviews, Person from, Person to, Person by) {
		MailText mail = texts.to(from).subject("notifications.reviewsMoved.subject", to.name(), reviews.size());
		if (to.id().equals(by.id())) {
			mail.paragraph("notifications.reviewsMoved.taken", by.name(), reviews.size());
		}
		else {
			mail.paragraph("notifications.reviewsMoved.given", by.name(), reviews.size(), to.name());
		}
		TeamReviewList.in(mail, reviews);
		return mail.paragraph("notifications.reviewsMoved.next")
			.link("notifications.link.reviews", MINE)
			.signed(why(mail, from));
	}

	MailText reminded(List<TeamReview> reviews, Person holder, Person by) {
		MailText mail = texts.to(holder)
			.subject("notifications.reviewsReminder.subject", by.name(), reviews.size())
			.paragraph("notifications.reviewsReminder.text", by.name(), reviews.size());
		TeamReviewList.in(mail, reviews);
		return mail.paragraph("notifications.reviewsReminder.next")
			.link("notifications.link.reviews", MINE)
			.signed(why(mail, holder));
	}

	private String why(MailText mail, Person reviewer) {
		return parts.whyReviewer(mail, reviewer.requirePartner());
	}

}
