package org.calltolocalaction.notifications.pledge;

import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.context.PledgeLinks;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.reviews.Review;
import org.springframework.stereotype.Component;

/**
 * What is written when a government withdraws a pledge, or takes a withdrawn one up
 * again. The reason is for its own people and the coordinators.
 */
@Component
class WithdrawalMailTexts {

	private final MailTexts texts;

	private final MailParts parts;

	private final ResubmissionParts resubmission;

	private final Placements placements;

	WithdrawalMailTexts(MailTexts texts, MailParts parts, ResubmissionParts resubmission, Placements placements) {
		this.texts = texts;
		this.parts = parts;
		this.resubmission = resubmission;
		this.placements = placements;
	}

	MailText withdrawn(MailContext context, Person withdrawer, String reason, Person member) {
		MailText mail = texts.to(member)
			.subject("notifications.withdrawn.subject", context.reference())
			.paragraph("notifications.withdrawn.text", withdrawer.name(), context.title(), context.government().name());
		return MailParts.endToMember(quoted(mail, reason, withdrawer).paragraph("notifications.withdrawn.kept"),
				context);
	}

	/**
	 * @param reviver the name of the member who took it up again
	 */
	MailText revived(MailContext context, String reviver, Person member) {
		MailText mail = texts.to(member).subject("notifications.revived.subject", context.reference());
		mail.paragraph("notifications.revived.text", reviver, context.title(), context.government().name());
		resubmission.askedBy(mail, context);
		Placement placement = placements.countsFor(context.pledge());
		mail.paragraph(placement.text("notifications.revived.kept"),
				mail.times().here(context.pledge().firstSubmittedAt().orElseThrow()), placement.year())
			.paragraph("notifications.revived.next");
		return MailParts.endToMember(mail, context);
	}

	MailText calledOff(MailContext context, Review review, Person reviewer) {
		MailText mail = texts.to(reviewer);
		mail.subject("notifications.reviewCalledOff.subject", context.reference())
			.paragraph("notifications.reviewCalledOff.text", parts.shortName(review.partner(), mail));
		parts.facts(mail, context, Reader.PARTNER);
		return mail.link("notifications.link.reviews", "/reviews").signed(parts.whyReviewer(mail, review.partner()));
	}

	MailText withdrawal(MailContext context, Person withdrawer, String reason, Person coordinator) {
		MailText mail = texts.to(coordinator)
			.subject("notifications.withdrawal.subject", context.reference())
			.paragraph("notifications.withdrawal.text");
		parts.facts(mail, context, Reader.COORDINATOR);
		return quoted(mail, reason, withdrawer)
			.link("notifications.link.pledge", PledgeLinks.ofCoordinators(context.reference()))
			.signed(MailParts.whyCoordinator(mail));
	}

	private static MailText quoted(MailText mail, String reason, Person by) {
		return reason.isEmpty() ? mail : mail.quote(mail.say("notifications.withdrawn.reason"), reason, by.language());
	}

}
