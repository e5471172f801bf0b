package org.calltolocalaction.notifications.membership;

import org.calltolocalaction.governments.standing.StandingChanged;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.springframework.stereotype.Component;

/**
 * What members read of their government's registration: that it is confirmed, what the
 * coordinators ask, or why they do not confirm it.
 */
@Component
class StandingMailTexts {

	private final MailTexts texts;

	StandingMailTexts(MailTexts texts) {
		this.texts = texts;
	}

	MailText confirmed(StandingChanged changed, Person member) {
		MailText mail = texts.to(member);
		return mail.subject("notifications.governmentConfirmed.subject")
			.paragraph("notifications.governmentConfirmed.text", changed.government().name())
			.quote(mail.say("notifications.governmentConfirmed.reason"), changed.words())
			.paragraph("notifications.governmentConfirmed.next")
			.link("notifications.link.pledges", "/my")
			.signed(MailParts.whyMember(mail, changed.government()));
	}

	MailText asked(StandingChanged changed, Person member) {
		MailText mail = texts.to(member);
		return mail.subject("notifications.governmentAsked.subject")
			.paragraph("notifications.governmentAsked.text", changed.government().name())
			.quote(mail.say("notifications.governmentAsked.question"), changed.words())
			.paragraph("notifications.governmentAsked.next")
			.link("notifications.link.answer", "/my/government/registration")
			.paragraph("notifications.governmentAsked.until")
			.signed(MailParts.whyMember(mail, changed.government()));
	}

	MailText refused(StandingChanged changed, Person member) {
		MailText mail = texts.to(member);
		return mail.subject("notifications.governmentRefused.subject")
			.paragraph("notifications.governmentRefused.text", changed.government().name())
			.quote(mail.say("notifications.governmentRefused.reason"), changed.words())
			.paragraph("notifications.governmentRefused.follows")
			.paragraph("notifications.governmentRefused.next")
			.link("notifications.link.government", "/my/government")
			.signed(MailParts.whyMember(mail, changed.government()));
	}

}
