package org.calltolocalaction.notifications;

import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewReopened;
import org.springframework.stereotype.Component;

/**
 * What is written when a coordinator has a review made again: to the partner's reviewers
 * with the reason, and to the government without it, because it is said of the partner's
 * work and not of the city's.
 */
@Component
class SecondLookLetters {

	private final Letters letters;

	private final DeskLetters desk;

	SecondLookLetters(Letters letters, DeskLetters desk) {
		this.letters = letters;
		this.desk = desk;
	}

	Letter reopened(Dossier dossier, Review review, ReviewReopened reopened, Person coordinator, Person reviewer) {
		Letter letter = letters.to(reviewer);
		String partner = desk.shortName(review.partner(), letter);
		letter.subject("notifications.reviewReopened.subject", dossier.reference())
			.paragraph("notifications.reviewReopened.text", coordinator.name(), partner);
		desk.facts(letter, dossier, Reader.PARTNER);
		DeskLetters.due(letter, review);
		return letter.quote(letter.wording().say("notifications.reviewReopened.reason"), reopened.reason())
			.paragraph(review.takenBy().isPresent() ? "notifications.reviewReopened.yours"
					: "notifications.reviewReopened.free")
			.link("notifications.link.review", "/reviews/" + dossier.reference())
			.signed(desk.whyReviewer(letter, review.partner()));
	}

	Letter lookedAtAgain(Dossier dossier, ReviewReopened reopened, Person member) {
		Letter letter = letters.to(member).subject("notifications.again.subject", dossier.reference());
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
			.link("notifications.link.pledge", MemberLetters.mine(dossier))
			.signed(MemberLetters.why(letter, dossier));
	}

	/**
	 * Whether the government was told of what is taken back: a disagreement is the
	 * coordinators' own matter.
	 */
	static boolean concernsTheGovernment(ReviewReopened reopened) {
		return reopened.outcome() != PledgeState.DISAGREEMENT;
	}

}
