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
class WithdrawalMailTexts {

	private final MailTexts letters;

	private final DeskMailTexts desk;

	WithdrawalMailTexts(MailTexts letters, DeskMailTexts desk) {
		this.letters = letters;
		this.desk = desk;
	}

	MailText withdrawn(MailContext dossier, Person withdrawer, String reason, Person member) {
		MailText letter = letters.to(member)
			.subject("notifications.withdrawn.subject", dossier.reference())
			.paragraph("notifications.withdrawn.text", withdrawer.name(), dossier.title(), dossier.government().name());
		return quoted(letter, reason).paragraph("notifications.withdrawn.kept")
			.link("notifications.link.pledge", MemberMailTexts.mine(dossier))
			.signed(MemberMailTexts.why(letter, dossier));
	}

	MailText calledOff(MailContext dossier, Review review, Person reviewer) {
		MailText letter = letters.to(reviewer);
		letter.subject("notifications.reviewCalledOff.subject", dossier.reference())
			.paragraph("notifications.reviewCalledOff.text", desk.shortName(review.partner(), letter));
		desk.facts(letter, dossier, Reader.PARTNER);
		return letter.link("notifications.link.reviews", "/reviews").signed(desk.whyReviewer(letter, review.partner()));
	}

	MailText withdrawal(MailContext dossier, String reason, Person coordinator) {
		MailText letter = letters.to(coordinator)
			.subject("notifications.withdrawal.subject", dossier.reference())
			.paragraph("notifications.withdrawal.text");
		desk.facts(letter, dossier, Reader.COORDINATOR);
		return quoted(letter, reason).link("notifications.link.pledge", DeskMailTexts.coordination(dossier))
			.signed(DeskMailTexts.whyCoordinator(letter));
	}

	private static MailText quoted(MailText letter, String reason) {
		return reason.isEmpty() ? letter : letter.quote(letter.wording().say("notifications.withdrawn.reason"), reason);
	}

}
