package org.calltolocalaction.notifications;

import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.Review;
import org.springframework.stereotype.Component;

/**
 * What is written when a government withdraws a pledge. Its reason is for its own people
 * and the coordinators.
 */
@Component
class WithdrawalLetters {

	private final Letters letters;

	private final DeskLetters desk;

	WithdrawalLetters(Letters letters, DeskLetters desk) {
		this.letters = letters;
		this.desk = desk;
	}

	Letter withdrawn(Dossier dossier, Person withdrawer, String reason, Person member) {
		Letter letter = letters.to(member)
			.subject("notifications.withdrawn.subject", dossier.reference())
			.paragraph("notifications.withdrawn.text", withdrawer.name(), dossier.title(), dossier.government().name());
		return quoted(letter, reason).paragraph("notifications.withdrawn.kept")
			.link("notifications.link.pledge", MemberLetters.mine(dossier))
			.signed(MemberLetters.why(letter, dossier));
	}

	Letter calledOff(Dossier dossier, Review review, Person reviewer) {
		Letter letter = letters.to(reviewer);
		letter.subject("notifications.reviewCalledOff.subject", dossier.reference())
			.paragraph("notifications.reviewCalledOff.text", desk.shortName(review.partner(), letter));
		desk.facts(letter, dossier, Reader.PARTNER);
		return letter.link("notifications.link.reviews", "/reviews").signed(desk.whyReviewer(letter, review.partner()));
	}

	Letter withdrawal(Dossier dossier, String reason, Person coordinator) {
		Letter letter = letters.to(coordinator)
			.subject("notifications.withdrawal.subject", dossier.reference())
			.paragraph("notifications.withdrawal.text");
		desk.facts(letter, dossier, Reader.COORDINATOR);
		return quoted(letter, reason).link("notifications.link.pledge", DeskLetters.coordination(dossier))
			.signed(DeskLetters.whyCoordinator(letter));
	}

	private static Letter quoted(Letter letter, String reason) {
		return reason.isEmpty() ? letter : letter.quote(letter.wording().say("notifications.withdrawn.reason"), reason);
	}

}
