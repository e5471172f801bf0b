package org.calltolocalaction.notifications.review;

import java.util.List;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.context.OpenReview;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.calltolocalaction.reviews.TeamReview;
import org.calltolocalaction.reviews.absence.Absence;
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
		list(mail, reviews);
		if (!note.isBlank()) {
			mail.quote(mail.say("notifications.reviewsGiven.note", by.name()), note);
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
		list(mail, reviews);
		return mail.paragraph("notifications.reviewsMoved.next")
			.link("notifications.link.reviews", MINE)
			.signed(why(mail, from));
	}

	MailText reminded(List<TeamReview> reviews, Person holder, Person by) {
		MailText mail = texts.to(holder)
			.subject("notifications.reviewsReminder.subject", by.name(), reviews.size())
			.paragraph("notifications.reviewsReminder.text", by.name(), reviews.size());
		list(mail, reviews);
		return mail.paragraph("notifications.reviewsReminder.next")
			.link("notifications.link.reviews", MINE)
			.signed(why(mail, holder));
	}

	MailText absenceEntered(Absence absence, Person absent, Person deputy, Person by) {
		MailText mail = texts.to(absent);
		mail.subject("notifications.absenceEntered.subject", by.name())
			.paragraph("notifications.absenceEntered.text", by.name(), first(absence, mail), last(absence, mail),
					deputy.name())
			.paragraph("notifications.absenceEntered.next");
		return linkToAbsences(mail, absent);
	}

	MailText absenceEnded(Absence absence, Person absent, Person by) {
		MailText mail = texts.to(absent);
		mail.subject("notifications.absenceEnded.subject", by.name())
			.paragraph("notifications.absenceEnded.text", by.name(), first(absence, mail), last(absence, mail))
			.paragraph("notifications.absenceEnded.next");
		return linkToAbsences(mail, absent);
	}

	private MailText linkToAbsences(MailText mail, Person absent) {
		return mail.link("notifications.link.absences", "/reviews/absences").signed(why(mail, absent));
	}

	MailText standIn(Absence absence, List<TeamReview> open, Person absent, Person deputy) {
		MailText mail = texts.to(deputy);
		String until = last(absence, mail);
		mail.subject("notifications.standIn.subject", absent.name(), until)
			.paragraph("notifications.standIn.text", absent.name(), until, open.size());
		list(mail, open);
		return mail.paragraph("notifications.standIn.next", absent.name(), until)
			.link("notifications.link.theirReviews", WorklistLink.to(WorklistTab.ALL).heldBy(absent).toString())
			.signed(why(mail, deputy));
	}

	private static String first(Absence absence, MailText mail) {
		return mail.times().day(absence.firstDay());
	}

	private static String last(Absence absence, MailText mail) {
		return mail.times().day(absence.lastDay());
	}

	private static void list(MailText mail, List<TeamReview> reviews) {
		MailParts.openReviews(mail, reviews.stream()
			.map(review -> new OpenReview(review.reference(), review.title(), review.government(), review.dueAt()))
			.toList());
	}

	private String why(MailText mail, Person reviewer) {
		return parts.whyReviewer(mail, reviewer.requirePartner());
	}

}
