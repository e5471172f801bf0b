package org.calltolocalaction.notifications;

import java.util.List;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewDates;
import org.springframework.stereotype.Component;

/**
 * What is written of an overdue review: to whoever has it, to the partner's leads, and to
 * the coordinators.
 */
@Component
class OverdueReviewMailTexts {

	private final MailTexts letters;

	private final DeskMailTexts desk;

	private final ReviewDates dates;

	private final People people;

	OverdueReviewMailTexts(MailTexts letters, DeskMailTexts desk, ReviewDates dates, People people) {
		this.letters = letters;
		this.desk = desk;
		this.dates = dates;
		this.people = people;
	}

	MailText reviewOverdue(MailContext dossier, Review review, Person reviewer) {
		MailText letter = letters.to(reviewer);
		letter.subject("notifications.reviewOverdue.subject", dossier.reference())
			.paragraph("notifications.reviewOverdue.text", desk.shortName(review.partner(), letter));
		return about(letter, dossier, review, reviewer).paragraph("notifications.reviewOverdue.next")
			.link("notifications.link.review", "/reviews/" + dossier.reference())
			.signed(desk.whyReviewer(letter, review.partner()));
	}

	/**
	 * @param lead of the partner, or who stands in for one
	 */
	MailText reviewStillOverdue(MailContext dossier, Review review, Person lead) {
		MailText letter = letters.to(lead);
		String partner = desk.shortName(review.partner(), letter);
		letter.subject("notifications.reviewStillOverdue.subject", dossier.reference())
			.paragraph("notifications.reviewStillOverdue.text", partner);
		return about(letter, dossier, review, lead)
			.paragraph("notifications.reviewStillOverdue.next", cutOff(letter, dossier))
			.link("notifications.link.review", "/reviews/" + dossier.reference())
			.signed(lead.lead() ? letter.wording().say("notifications.why.lead", partner)
					: desk.whyReviewer(letter, review.partner()));
	}

	/**
	 * @param withoutLead those of the late ones whose partner has nobody between its
	 * reviewers and the coordinators
	 */
	MailText reviewEscalated(MailContext dossier, List<Review> late, List<Review> withoutLead, Person coordinator) {
		MailText letter = letters.to(coordinator)
			.subject("notifications.reviewEscalated.subject", dossier.reference())
			.paragraph("notifications.reviewEscalated.text");
		desk.facts(letter, dossier, Reader.COORDINATOR);
		letter.paragraph("notifications.reviewEscalated.open");
		late.forEach(review -> letter.item("notifications.reviewEscalated.item",
				desk.shortName(review.partner(), letter), letter.clock().here(review.dueAt())));
		withoutLead.forEach(review -> letter.paragraph("notifications.reviewEscalated.withoutLead",
				desk.shortName(review.partner(), letter), letter.address("/coordination/people")));
		return letter.paragraph("notifications.reviewEscalated.next", cutOff(letter, dossier))
			.link("notifications.link.pledge", DeskMailTexts.coordination(dossier))
			.signed(DeskMailTexts.whyCoordinator(letter));
	}

	private MailText about(MailText letter, MailContext dossier, Review review, Person reader) {
		desk.facts(letter, dossier, Reader.PARTNER);
		DeskMailTexts.due(letter, review);
		return letter.paragraph(takenKey(review, reader), holder(review));
	}

	private String cutOff(MailText letter, MailContext dossier) {
		return letter.clock().day(dates.cutOff(dossier.reference()));
	}

	private String holder(Review review) {
		return review.takenBy().flatMap(people::find).map(Person::name).orElse("");
	}

	private static String takenKey(Review review, Person reader) {
		if (review.takenBy().isEmpty()) {
			return "notifications.reviewOverdue.free";
		}
		return review.takenBy().filter(reader.id()::equals).isPresent() ? "notifications.reviewOverdue.yours"
				: "notifications.reviewOverdue.taken";
	}

}
