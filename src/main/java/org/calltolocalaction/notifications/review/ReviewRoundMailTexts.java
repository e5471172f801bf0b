package org.calltolocalaction.notifications.review;

import java.util.List;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.context.PledgeLinks;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.rounds.ReviewDates;
import org.springframework.stereotype.Component;

/**
 * What is written of the reviews of a round: to a partner's reviewers that one waits for
 * them, and of one that is overdue to whoever has it, to the partner's leads, and to the
 * coordinators.
 */
@Component
class ReviewRoundMailTexts {

	private final MailTexts texts;

	private final MailParts parts;

	private final ReviewDates dates;

	private final People people;

	ReviewRoundMailTexts(MailTexts texts, MailParts parts, ReviewDates dates, People people) {
		this.texts = texts;
		this.parts = parts;
		this.dates = dates;
		this.people = people;
	}

	MailText reviewWaiting(MailContext context, Review review, Person reviewer) {
		MailText mail = texts.to(reviewer);
		mail.subject("notifications.reviewWaiting.subject", context.reference(), mail.times().day(review.dueAt()),
				context.government().name())
			.paragraph("notifications.reviewWaiting.text", parts.shortName(review.partner(), mail));
		parts.facts(mail, context, Reader.PARTNER);
		MailParts.due(mail, review);
		if (context.version() > 1) {
			mail.paragraph(context.pledge().round() > 1 ? "notifications.reviewWaiting.again"
					: "notifications.reviewWaiting.revived", context.version());
		}
		return mail.paragraph("notifications.reviewWaiting.next")
			.link("notifications.link.review", PledgeLinks.ofReviewers(context.reference()))
			.signed(parts.whyReviewer(mail, review.partner()));
	}

	MailText reviewOverdue(MailContext context, Review review, Person reviewer) {
		MailText mail = texts.to(reviewer);
		mail.subject("notifications.reviewOverdue.subject", context.reference())
			.paragraph("notifications.reviewOverdue.text", parts.shortName(review.partner(), mail));
		return about(mail, context, review, reviewer).paragraph("notifications.reviewOverdue.next")
			.link("notifications.link.review", PledgeLinks.ofReviewers(context.reference()))
			.signed(parts.whyReviewer(mail, review.partner()));
	}

	/**
	 * @param lead of the partner, or who stands in for one
	 */
	MailText reviewStillOverdue(MailContext context, Review review, Person lead) {
		MailText mail = texts.to(lead);
		String partner = parts.shortName(review.partner(), mail);
		mail.subject("notifications.reviewStillOverdue.subject", context.reference())
			.paragraph("notifications.reviewStillOverdue.text", partner);
		return about(mail, context, review, lead)
			.paragraph("notifications.reviewStillOverdue.next", cutOff(mail, context))
			.link("notifications.link.review", PledgeLinks.ofReviewers(context.reference()))
			.signed(lead.lead() ? mail.say("notifications.why.lead", partner)
					: parts.whyReviewer(mail, review.partner()));
	}

	/**
	 * @param withoutLead those of the late ones whose partner has nobody between its
	 * reviewers and the coordinators
	 */
	MailText reviewEscalated(MailContext context, List<Review> late, List<Review> withoutLead, Person coordinator) {
		MailText mail = texts.to(coordinator)
			.subject("notifications.reviewEscalated.subject", context.reference())
			.paragraph("notifications.reviewEscalated.text");
		parts.facts(mail, context, Reader.COORDINATOR);
		mail.paragraph("notifications.reviewEscalated.open");
		late.forEach(review -> mail.item("notifications.reviewEscalated.item", parts.shortName(review.partner(), mail),
				mail.times().here(review.dueAt())));
		withoutLead.forEach(review -> mail.paragraph("notifications.reviewEscalated.withoutLead",
				parts.shortName(review.partner(), mail), mail.address("/coordination/people")));
		return mail.paragraph("notifications.reviewEscalated.next", cutOff(mail, context))
			.link("notifications.link.pledge", PledgeLinks.ofCoordinators(context.reference()))
			.signed(MailParts.whyCoordinator(mail));
	}

	private MailText about(MailText mail, MailContext context, Review review, Person reader) {
		parts.facts(mail, context, Reader.PARTNER);
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
