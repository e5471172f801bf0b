package org.calltolocalaction.notifications.review;

import java.util.List;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.rounds.ReviewDates;
import org.springframework.stereotype.Component;

/**
 * What is written of an overdue review: to whoever has it, to the partner's leads, and to
 * the coordinators.
 */
@Component
class ReviewRoundMailTexts {

	private final MailTexts texts;

	private final MailParts desk;

	private final ReviewDates dates;

	private final People people;

	ReviewRoundMailTexts(MailTexts texts, MailParts desk, ReviewDates dates, People people) {
		this.texts = texts;
		this.desk = desk;
		this.dates = dates;
		this.people = people;
	}

	MailText reviewOverdue(MailContext context, Review review, Person reviewer) {
		MailText mail = texts.to(reviewer);
		mail.subject("notifications.reviewOverdue.subject", context.reference())
			.paragraph("notifications.reviewOverdue.text", desk.shortName(review.partner(), mail));
		return about(mail, context, review, reviewer).paragraph("notifications.reviewOverdue.next")
			.link("notifications.link.review", "/reviews/" + context.reference())
			.signed(desk.whyReviewer(mail, review.partner()));
	}

	/**
	 * @param lead of the partner, or who stands in for one
	 */
	MailText reviewStillOverdue(MailContext context, Review review, Person lead) {
		MailText mail = texts.to(lead);
		String partner = desk.shortName(review.partner(), mail);
		mail.subject("notifications.reviewStillOverdue.subject", context.reference())
			.paragraph("notifications.reviewStillOverdue.text", partner);
		return about(mail, context, review, lead)
			.paragraph("notifications.reviewStillOverdue.next", cutOff(mail, context))
			.link("notifications.link.review", "/reviews/" + context.reference())
			.signed(lead.lead() ? mail.messages().say("notifications.why.lead", partner)
					: desk.whyReviewer(mail, review.partner()));
	}

	/**
	 * @param withoutLead those of the late ones whose partner has nobody between its
	 * reviewers and the coordinators
	 */
	MailText reviewEscalated(MailContext context, List<Review> late, List<Review> withoutLead, Person coordinator) {
		MailText mail = texts.to(coordinator)
			.subject("notifications.reviewEscalated.subject", context.reference())
			.paragraph("notifications.reviewEscalated.text");
		desk.facts(mail, context, Reader.COORDINATOR);
		mail.paragraph("notifications.reviewEscalated.open");
		late.forEach(review -> mail.item("notifications.reviewEscalated.item", desk.shortName(review.partner(), mail),
				mail.times().here(review.dueAt())));
		withoutLead.forEach(review -> mail.paragraph("notifications.reviewEscalated.withoutLead",
				desk.shortName(review.partner(), mail), mail.address("/coordination/people")));
		return mail.paragraph("notifications.reviewEscalated.next", cutOff(mail, context))
			.link("notifications.link.pledge", MailParts.coordination(context))
			.signed(MailParts.whyCoordinator(mail));
	}

	private MailText about(MailText mail, MailContext context, Review review, Person reader) {
		desk.facts(mail, context, Reader.PARTNER);
		MailParts.due(mail, review);
		return mail.paragraph(takenKey(review, reader), holder(review));
	}

	private String cutOff(MailText mail, MailContext context) {
		return mail.times().day(dates.cutOff(context.reference()));
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
