package org.calltolocalaction.notifications.review;

import java.util.List;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.calltolocalaction.reviews.TeamReview;
import org.calltolocalaction.reviews.absence.Absence;
import org.calltolocalaction.reviews.address.WorklistLink;
import org.calltolocalaction.reviews.address.WorklistTab;
import org.springframework.stereotype.Component;

/**
 * What reviewers read of absences: of their own where a lead entered them, and of those
 * for whom they stand in.
 */
@Component
class AbsenceMailTexts {

	private final MailTexts texts;

	private final MailParts parts;

	AbsenceMailTexts(MailTexts texts, MailParts parts) {
		this.texts = texts;
		this.parts = parts;
	}

	MailText entered(Absence absence, Person absent, Person deputy, Person by) {
		MailText mail = texts.to(absent);
		mail.subject("notifications.absenceEntered.subject", by.name())
			.paragraph("notifications.absenceEntered.text", by.name(), first(absence, mail), last(absence, mail),
					deputy.name())
			.paragraph("notifications.absenceEntered.next");
		return linkToAbsences(mail, absent);
	}

	MailText ended(Absence absence, Person absent, Person by) {
		MailText mail = texts.to(absent);
		mail.subject("notifications.absenceEnded.subject", by.name())
			.paragraph("notifications.absenceEnded.text", by.name(), first(absence, mail), last(absence, mail))
			.paragraph("notifications.absenceEnded.next");
		return linkToAbsences(mail, absent);
	}

	MailText standIn(Absence absence, List<TeamReview> open, Person absent, Person deputy) {
		MailText mail = texts.to(deputy);
		String until = last(absence, mail);
		mail.subject("notifications.standIn.subject", absent.name(), until)
			.paragraph("notifications.standIn.text", absent.name(), until, open.size());
		TeamReviewList.in(mail, open);
		return mail.paragraph("notifications.standIn.next", absent.name(), until)
			.link("notifications.link.theirReviews", WorklistLink.to(WorklistTab.ALL).heldBy(absent).toString())
			.signed(why(mail, deputy));
	}

	private MailText linkToAbsences(MailText mail, Person absent) {
		return mail.link("notifications.link.absences", "/reviews/absences").signed(why(mail, absent));
	}

	private static String first(Absence absence, MailText mail) {
		return mail.times().day(absence.firstDay());
	}

	private static String last(Absence absence, MailText mail) {
		return mail.times().day(absence.lastDay());
	}

	private String why(MailText mail, Person reviewer) {
		return parts.whyReviewer(mail, reviewer.requirePartner());
	}

}
