package org.calltolocalaction.notifications;

import java.util.List;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DateFormats;
import org.calltolocalaction.reviews.team.Absence;
import org.calltolocalaction.reviews.team.TeamReview;
import org.calltolocalaction.reviews.worklist.WorklistLink;
import org.calltolocalaction.reviews.worklist.WorklistTab;
import org.springframework.stereotype.Component;

/**
 * What reviewers read when colleagues share their work out anew: who did it, and each
 * review with its due date.
 */
@Component
class TeamMailTexts {

	private static final int LONGEST_TITLE = 100;

	private static final int LISTED_AT_MOST = 20;

	private static final String MINE = WorklistLink.to(WorklistTab.MINE).toString();

	private final MailTexts letters;

	private final DeskMailTexts desk;

	TeamMailTexts(MailTexts letters, DeskMailTexts desk) {
		this.letters = letters;
		this.desk = desk;
	}

	MailText given(List<TeamReview> reviews, Person to, Person by, String note) {
		MailText letter = letters.to(to)
			.subject("notifications.reviewsGiven.subject", by.name(), reviews.size())
			.paragraph("notifications.reviewsGiven.text", by.name(), reviews.size());
		list(letter, reviews);
		if (!note.isBlank()) {
			letter.quote(letter.wording().say("notifications.reviewsGiven.note", by.name()), note);
		}
		return letter.paragraph("notifications.reviewsGiven.next")
			.link("notifications.link.reviews", MINE)
			.signed(why(letter, to));
	}

	MailText movedOn(List<TeamReview> reviews, Person from, Person to, Person by) {
		MailText letter = letters.to(from).subject("notifications.reviewsMoved.subject", to.name(), reviews.size());
		if (to.id().equals(by.id())) {
			letter.paragraph("notifications.reviewsMoved.taken", by.name(), reviews.size());
		}
		else {
			letter.paragraph("notifications.reviewsMoved.given", by.name(), reviews.size(), to.name());
		}
		list(letter, reviews);
		return letter.paragraph("notifications.reviewsMoved.next")
			.link("notifications.link.reviews", MINE)
			.signed(why(letter, from));
	}

	MailText reminded(List<TeamReview> reviews, Person holder, Person by) {
		MailText letter = letters.to(holder)
			.subject("notifications.reviewsReminder.subject", by.name(), reviews.size())
			.paragraph("notifications.reviewsReminder.text", by.name(), reviews.size());
		list(letter, reviews);
		return letter.paragraph("notifications.reviewsReminder.next")
			.link("notifications.link.reviews", MINE)
			.signed(why(letter, holder));
	}

	MailText absenceEntered(Absence absence, Person absent, Person deputy, Person by) {
		MailText letter = letters.to(absent);
		letter.subject("notifications.absenceEntered.subject", by.name())
			.paragraph("notifications.absenceEntered.text", by.name(), first(absence, letter), last(absence, letter),
					deputy.name())
			.paragraph("notifications.absenceEntered.next");
		return linkToAbsences(letter, absent);
	}

	MailText absenceEnded(Absence absence, Person absent, Person by) {
		MailText letter = letters.to(absent);
		letter.subject("notifications.absenceEnded.subject", by.name())
			.paragraph("notifications.absenceEnded.text", by.name(), first(absence, letter), last(absence, letter))
			.paragraph("notifications.absenceEnded.next");
		return linkToAbsences(letter, absent);
	}

	private MailText linkToAbsences(MailText letter, Person absent) {
		return letter.link("notifications.link.absences", "/reviews/absences").signed(why(letter, absent));
	}

	MailText standIn(Absence absence, List<TeamReview> open, Person absent, Person deputy) {
		MailText letter = letters.to(deputy);
		String until = last(absence, letter);
		letter.subject("notifications.standIn.subject", absent.name(), until)
			.paragraph("notifications.standIn.text", absent.name(), until, open.size());
		list(letter, open);
		return letter.paragraph("notifications.standIn.next", absent.name(), until)
			.link("notifications.link.theirReviews", WorklistLink.to(WorklistTab.ALL).heldBy(absent).toString())
			.signed(why(letter, deputy));
	}

	private static String first(Absence absence, MailText letter) {
		return DateFormats.day(absence.firstDay(), letter.language());
	}

	private static String last(Absence absence, MailText letter) {
		return DateFormats.day(absence.lastDay(), letter.language());
	}

	private void list(MailText letter, List<TeamReview> reviews) {
		reviews.stream()
			.limit(LISTED_AT_MOST)
			.forEach(review -> letter.item("notifications.openReviews.item", review.reference(),
					OneLine.of(review.title(), LONGEST_TITLE), review.government(),
					letter.clock().here(review.dueAt())));
		if (reviews.size() > LISTED_AT_MOST) {
			letter.paragraph("notifications.openReviews.more", reviews.size() - LISTED_AT_MOST);
		}
	}

	private String why(MailText letter, Person reviewer) {
		return desk.whyReviewer(letter, reviewer.requirePartner());
	}

}
