package org.calltolocalaction.notifications.review;

import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.context.PledgeLinks;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.rounds.NewReviewRequested;
import org.springframework.stereotype.Component;

/**
 * What is written when a coordinator has a review made again: to the partner's reviewers
 * with the reason, and to the government without it, because it is said of the partner's
 * work and not of the city's.
 */
@Component
class NewReviewMailTexts {

	private final MailTexts texts;

	private final MailParts parts;

	NewReviewMailTexts(MailTexts texts, MailParts parts) {
		this.texts = texts;
		this.parts = parts;
	}

	MailText requested(MailContext context, Review review, NewReviewRequested requested, Person coordinator,
			Person reviewer) {
		MailText mail = texts.to(reviewer);
		String partner = parts.shortName(review.partner(), mail);
		mail.subject("notifications.newReview.subject", context.reference())
			.paragraph("notifications.newReview.text", coordinator.name(), partner);
		parts.facts(mail, context, Reader.PARTNER);
		MailParts.due(mail, review);
		return mail.quote(mail.say("notifications.newReview.reason"), requested.reason(), coordinator.language())
			.paragraph(review.takenBy().isPresent() ? "notifications.newReview.yours" : "notifications.newReview.free")
			.link("notifications.link.review", PledgeLinks.ofReviewers(context.reference()))
			.signed(parts.whyReviewer(mail, review.partner()));
	}

	MailText reviewedAgain(MailContext context, NewReviewRequested requested, Person member) {
		MailText mail = texts.to(member).subject("notifications.reviewedAgain.subject", context.reference());
		switch (requested.outcome()) {
			case CHANGES_REQUESTED ->
				mail.paragraph("notifications.reviewedAgain.changes", context.version(), context.title())
					.paragraph("notifications.reviewedAgain.changes.wait");
			case INCLUDED -> mail
				.paragraph("notifications.reviewedAgain.included", context.version(), context.title(),
						requested.counted().year())
				.paragraph("notifications.reviewedAgain.included.place", requested.counted().year());
			case ACCEPTED -> mail.paragraph("notifications.reviewedAgain.accepted", context.version(), context.title());
			case DECLINED -> mail.paragraph("notifications.reviewedAgain.declined", context.version(), context.title());
			default ->
				throw new IllegalStateException("%s was expected to have an outcome that its government knew, not %s"
					.formatted(context.reference(), requested.outcome()));
		}
		mail.paragraph("notifications.reviewedAgain.kept",
				mail.times().here(context.pledge().firstSubmittedAt().orElseThrow()))
			.paragraph("notifications.reviewedAgain.next");
		return MailParts.endToMember(mail, context);
	}

	/**
	 * Whether the government was told of what is taken back: a disagreement is the
	 * coordinators' own matter.
	 */
	static boolean concernsTheGovernment(NewReviewRequested requested) {
		return requested.outcome() != PledgeState.DISAGREEMENT;
	}

}
