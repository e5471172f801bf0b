package org.calltolocalaction.notifications.edition;

import org.calltolocalaction.editions.seal.CallSeal;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.springframework.stereotype.Component;

/** What people read of a call that has closed: its seal, to be kept. */
@Component
class ClosingMailTexts {

	private final MailTexts texts;

	ClosingMailTexts(MailTexts texts) {
		this.texts = texts;
	}

	MailText callClosed(CallSeal seal, Government government, int pledges, Person member) {
		MailText mail = texts.to(member);
		return mail.subject("notifications.callClosed.subject", seal.edition())
			.paragraph("notifications.callClosed.text", seal.edition(), mail.times().here(seal.closedAt()), pledges)
			.paragraph("notifications.callClosed.seal")
			.item("notifications.callClosed.root", seal.root(), seal.checkpoint(), seal.size())
			.link("notifications.link.seal", "/editions/" + seal.edition())
			.signed(MailParts.whyMember(mail, government));
	}

}
