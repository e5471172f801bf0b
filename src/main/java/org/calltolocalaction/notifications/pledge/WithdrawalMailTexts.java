package org.calltolocalaction.notifications.pledge;

import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.calltolocalaction.reviews.Review;
import org.springframework.stereotype.Component;

/**
 * What is written when a government withdraws a pledge. Its reason is for its own people
 * and the coordinators.
 */
@Component
class WithdrawalMailTexts {

	private final MailTexts texts;

	private final MailParts desk;

	WithdrawalMailTexts(MailTexts texts, MailParts desk) {
		this.texts = texts;
		this.desk = desk;
	}

	MailText withdrawn(MailContext context, Person withdrawer, String reason, Person member) {
		MailText mail = texts.to(member)
			.subject("notifications.withdrawn.subject", context.reference())
			.paragraph("notifications.withdrawn.text", withdrawer.name(), context.title(), context.government().name());
		return quoted(mail, reason).paragraph("notifications.withdrawn.kept")
			.link("notifications.link.pledge", PledgeMailTexts.mine(context))
			.signed(PledgeMailTexts.why(mail, context));
	}

	MailText calledOff(MailContext context, Review review, Person reviewer) {
		MailText mail = texts.to(reviewer);
		mail.subject("notifications.reviewCalledOff.subject", context.reference())
			.paragraph("notifications.reviewCalledOff.text", desk.shortName(review.partner(), mail));
		desk.facts(mail, context, Reader.PARTNER);
		return mail.link("notifications.link.reviews", "/reviews").signed(desk.whyReviewer(mail, review.partner()));
	}

	MailText withdrawal(MailContext context, String reason, Person coordinator) {
		MailText mail = texts.to(coordinator)
			.subject("notifications.withdrawal.subject", context.reference())
			.paragraph("notifications.withdrawal.text");
		desk.facts(mail, context, Reader.COORDINATOR);
		return quoted(mail, reason).link("notifications.link.pledge", MailParts.coordination(context))
			.signed(MailParts.whyCoordinator(mail));
	}

	private static MailText quoted(MailText mail, String reason) {
		return reason.isEmpty() ? mail : mail.quote(mail.messages().say("notifications.withdrawn.reason"), reason);
	}

}
