package org.calltolocalaction.notifications.membership;

import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.merging.GovernmentClosed;
import org.calltolocalaction.governments.merging.GovernmentMerged;
import org.calltolocalaction.governments.standing.ChangeRefused;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.springframework.stereotype.Component;

/**
 * What members read where coordinators merged their government with another one, closed
 * it, opened it again, or corrected what it says of itself.
 */
@Component
class MergingMailTexts {

	private final MailTexts texts;

	MergingMailTexts(MailTexts texts) {
		this.texts = texts;
	}

	MailText merged(GovernmentMerged merged, Person member) {
		MailText mail = texts.to(member);
		return mail.subject("notifications.governmentsMerged.subject")
			.paragraph("notifications.governmentsMerged.text", merged.from().name())
			.paragraph("notifications.governmentsMerged.into", merged.into().name())
			.quote(mail.say("notifications.governmentsMerged.reason"), merged.reason())
			.paragraph("notifications.governmentsMerged.next")
			.link("notifications.link.pledges", "/my")
			.signed(MailParts.whyMember(mail, merged.into()));
	}

	MailText closed(GovernmentClosed event, Person member) {
		MailText mail = texts.to(member);
		return mail.subject("notifications.governmentClosed.subject")
			.paragraph("notifications.governmentClosed.text", event.government().name())
			.quote(mail.say("notifications.governmentClosed.reason"), event.reason())
			.paragraph("notifications.governmentClosed.next")
			.link("notifications.link.government", "/my/government")
			.signed(MailParts.whyMember(mail, event.government()));
	}

	MailText reopened(GovernmentClosed event, Person member) {
		MailText mail = texts.to(member);
		return mail.subject("notifications.governmentReopened.subject")
			.paragraph("notifications.governmentReopened.text", event.government().name())
			.quote(mail.say("notifications.governmentReopened.reason"), event.reason())
			.paragraph("notifications.governmentReopened.next")
			.link("notifications.link.pledges", "/my")
			.signed(MailParts.whyMember(mail, event.government()));
	}

	MailText refused(ChangeRefused event, Person member) {
		MailText mail = texts.to(member);
		return mail.subject("notifications.governmentChangeRefused.subject")
			.paragraph("notifications.governmentChangeRefused.text", event.name())
			.quote(mail.say("notifications.governmentChangeRefused.reason"), event.reason())
			.paragraph("notifications.governmentChangeRefused.next", event.government().name())
			.link("notifications.link.government", "/my/government")
			.signed(MailParts.whyMember(mail, event.government()));
	}

	MailText corrected(Government government, Person member) {
		MailText mail = texts.to(member);
		return mail.subject("notifications.governmentCorrected.subject")
			.paragraph("notifications.governmentCorrected.text", government.name())
			.paragraph("notifications.governmentCorrected.next")
			.link("notifications.link.government", "/my/government")
			.signed(MailParts.whyMember(mail, government));
	}

}
