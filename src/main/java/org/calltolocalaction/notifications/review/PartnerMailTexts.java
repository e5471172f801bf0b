package org.calltolocalaction.notifications.review;

import java.util.List;
import org.calltolocalaction.editions.partner.PartnerAct;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.context.OpenReview;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.calltolocalaction.reviews.rounds.PartnersChanged;
import org.springframework.stereotype.Component;

/**
 * What reviewers read when their partner is added to an edition or released from it.
 */
@Component
class PartnerMailTexts {

	private final MailTexts texts;

	private final MailParts parts;

	PartnerMailTexts(MailTexts texts, MailParts parts) {
		this.texts = texts;
		this.parts = parts;
	}

	/**
	 * @param listed the reviews that are open now, or are closed
	 */
	MailText changed(PartnersChanged changed, List<OpenReview> listed, Person coordinator, Person reviewer) {
		return changed.act() == PartnerAct.ADDED ? added(changed, listed, coordinator, reviewer)
				: released(changed, listed, coordinator, reviewer);
	}

	private MailText added(PartnersChanged changed, List<OpenReview> open, Person coordinator, Person reviewer) {
		MailText mail = texts.to(reviewer);
		String partner = parts.shortName(changed.partner(), mail);
		mail.subject("notifications.partnerAdded.subject", changed.year(), partner)
			.paragraph("notifications.partnerAdded.text", coordinator.name(), partner, changed.year())
			.quote(mail.say("notifications.partner.reason"), changed.reason(), coordinator.language())
			.paragraph("notifications.partnerAdded.reviews", open.size());
		MailParts.openReviews(mail, open);
		return mail.link("notifications.link.reviews", "/reviews").signed(parts.whyReviewer(mail, changed.partner()));
	}

	private MailText released(PartnersChanged changed, List<OpenReview> closed, Person coordinator, Person reviewer) {
		MailText mail = texts.to(reviewer);
		String partner = parts.shortName(changed.partner(), mail);
		mail.subject("notifications.partnerReleased.subject", changed.year(), partner)
			.paragraph("notifications.partnerReleased.text", coordinator.name(), partner, changed.year())
			.quote(mail.say("notifications.partner.reason"), changed.reason(), coordinator.language())
			.paragraph("notifications.partnerReleased.reviews", closed.size());
		MailParts.openReviews(mail, closed);
		return mail.paragraph("notifications.partnerReleased.kept")
			.link("notifications.link.reviews", "/reviews")
			.signed(parts.whyReviewer(mail, changed.partner()));
	}

}
