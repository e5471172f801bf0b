package org.calltolocalaction.notifications;

import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.reviews.NewReviewRequested;
import org.calltolocalaction.reviews.Review;
import org.springframework.stereotype.Component;

/**
 * What is written when a coordinator has a review made again: to the partner's reviewers
 * with the reason, and to the government without it, because it is said of the partner's
 * work and not of the city's.
 */
@Component
class NewReviewMailTexts {

	private final MailTexts letters;

	private final DeskMailTexts desk;

	NewReviewMailTexts(MailTexts letters, DeskMailTexts desk) {
		this.letters = letters;
		this.desk = desk;
	}

	MailText reopened(MailContext dossier, Review review, NewReviewRequested reopened, Person coordinator, Person reviewer) {
		MailText letter = letters.to(reviewer);
		String partner = desk.shortName(review.partner(), letter);
		letter.subject("notifications.reviewReopened.subject", dossier.reference())
			.paragraph("notifications.reviewReopened.text", coordinator.name(), partner);
		desk.facts(letter, dossier, Reader.PARTNER);
		DeskMailTexts.due(letter, review);
		return letter.quote(letter.wording().say("notifications.reviewReopened.reason"), reopened.reason())
			.paragraph(review.takenBy().isPresent() ? "notifications.reviewReopened.yours"
					: "notifications.reviewReopened.free")
			.link("notifications.link.review", "/reviews/" + dossier.reference())
			.signed(desk.whyReviewer(letter, review.partner()));
	}

	MailText lookedAtAgain(MailContext dossier, NewReviewRequested reopened, Person member) {
		MailText letter = letters.to(member).subject("notifications.again.subject", dossier.reference());
		switch (reopened.outcome()) {
			case CHANGES_REQUESTED ->
				letter.paragraph("notifications.again.changes", dossier.version(), dossier.title())
					.paragraph("notifications.again.changes.wait");
			case INCLUDED -> letter
				.paragraph("notifications.again.included", dossier.version(), dossier.title(),
						reopened.counted().year())
				.paragraph("notifications.again.included.place", reopened.counted().year());
			case ACCEPTED -> letter.paragraph("notifications.again.accepted", dossier.version(), dossier.title());
			case DECLINED -> letter.paragraph("notifications.again.declined", dossier.version(), dossier.title());
			default ->
				throw new IllegalStateException("%s was expected to have an outcome that its government knew, not %s"
					.formatted(dossier.reference(), reopened.outcome()));
		}
		return letter
			.paragraph("notifications.again.kept",
					letter.clock().here(dossier.pledge().firstSubmittedAt().orElseThrow()))
			.paragraph("notifications.again.next")
			.link("notifications.link.pledge", MemberMailTexts.mine(dossier))
			.signed(MemberMailTexts.why(letter, dossier));
	}

	/**
	 * Whether the government was told of what is taken back: a disagreement is the
	 * coordinators' own matter.
	 */
	static boolean concernsTheGovernment(NewReviewRequested reopened) {
		return reopened.outcome() != PledgeState.DISAGREEMENT;
	}

}
