package org.calltolocalaction.notifications.pledge;

import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.context.PledgeLinks;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.calltolocalaction.reports.publication.PledgeUnpublished;
import org.calltolocalaction.reports.publication.PublicationResumed;
import org.springframework.stereotype.Component;

/**
 * What is written where a pledge is taken from the public or given back. The reason is
 * for its government and the coordinators.
 */
@Component
class PublicationMailTexts {

	private static final String PAGE = "/publication";

	private final MailTexts texts;

	private final MailParts parts;

	PublicationMailTexts(MailTexts texts, MailParts parts) {
		this.texts = texts;
		this.parts = parts;
	}

	MailText unpublished(MailContext context, PledgeUnpublished unpublished, Person by, Person member) {
		MailText mail = texts.to(member)
			.subject("notifications.unpublished.subject", context.reference())
			.paragraph("notifications.unpublished." + unpublished.kind(), by.name(), context.title(),
					context.government().name());
		quoted(mail, unpublished.reason(), by).paragraph("notifications.unpublished.follows")
			.paragraph("notifications.unpublished.kept");
		return toMember(mail, context);
	}

	MailText resumed(MailContext context, PublicationResumed resumed, Person by, Person member) {
		String what = resumed.kind().byGovernment() ? "given" : "putBack";
		MailText mail = texts.to(member)
			.subject(resumed.visible() ? "notifications.publishedAgain.subject"
					: "notifications.publishedAgain.subject.hidden", context.reference())
			.paragraph("notifications.publishedAgain." + what, by.name(), context.title(), context.government().name());
		quoted(mail, resumed.reason(), by);
		mail.paragraph(resumed.visible() ? "notifications.publishedAgain.visible"
				: "notifications.publishedAgain.hidden." + what);
		return toMember(mail, context);
	}

	MailText consentWithdrawn(MailContext context, PledgeUnpublished unpublished, Person by, Person coordinator) {
		MailText mail = texts.to(coordinator)
			.subject("notifications.consentChanged.subject.withdrawn", context.reference())
			.paragraph("notifications.consentChanged.withdrawn");
		parts.facts(mail, context, Reader.COORDINATOR);
		return toCoordinator(quoted(mail, unpublished.reason(), by), context);
	}

	MailText consentGivenAgain(MailContext context, PublicationResumed resumed, Person coordinator) {
		MailText mail = texts.to(coordinator)
			.subject("notifications.consentChanged.subject.given", context.reference())
			.paragraph(
					resumed.visible() ? "notifications.consentChanged.given" : "notifications.consentChanged.hidden");
		parts.facts(mail, context, Reader.COORDINATOR);
		return toCoordinator(mail, context);
	}

	private static MailText toMember(MailText mail, MailContext context) {
		return mail.link("notifications.link.publication", PledgeLinks.ofMembers(context.reference()) + PAGE)
			.signed(MailParts.whyMember(mail, context.government()));
	}

	private static MailText toCoordinator(MailText mail, MailContext context) {
		return mail.link("notifications.link.publication", PledgeLinks.ofCoordinators(context.reference()) + PAGE)
			.signed(MailParts.whyCoordinator(mail));
	}

	private static MailText quoted(MailText mail, String reason, Person by) {
		return reason.isEmpty() ? mail : mail.quote(mail.say("notifications.withdrawn.reason"), reason, by.language());
	}

}
