package org.calltolocalaction.notifications.pledge;

import org.calltolocalaction.governments.Government;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.context.AnswerDates;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.context.PledgeLinks;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.calltolocalaction.notifications.text.OneLine;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.signoff.SignOff;
import org.calltolocalaction.pledges.signoff.SubmittedSignOff;
import org.springframework.stereotype.Component;

/** What the members of a government read about the approval by its head. */
@Component
class SignOffMailTexts {

	private final MailTexts texts;

	private final AnswerDates dates;

	SignOffMailTexts(MailTexts texts, AnswerDates dates) {
		this.texts = texts;
		this.dates = dates;
	}

	MailText signedOff(SignOff given, Pledge pledge, Government government, Person member) {
		MailText mail = texts.to(member);
		String typed = OneLine.title(pledge.content().title());
		String title = typed.isEmpty() ? mail.say("notifications.untitled") : typed;
		mail.subject("notifications.signedOff.subject." + given.kind(), pledge.reference())
			.paragraph("notifications.signedOff.text." + given.kind(), given.name(), given.function(), title,
					mail.times().here(given.savedAt()));
		if (!given.comment().isEmpty()) {
			mail.quote(mail.say("notifications.signedOff.comment"), given.comment());
		}
		dates.sayOfDraft(mail, pledge);
		return mail.link("notifications.link.signOff", PledgeLinks.ofMembers(pledge.reference()) + "/sign-off")
			.signed(MailParts.whyMember(mail, government));
	}

	/** With whose approval a version was submitted, in one line of its receipt. */
	static void submittedWith(MailText mail, SubmittedSignOff with) {
		SignOff said = with.signOff();
		String key = with.sameText() ? "notifications.signOff.same." + said.kind()
				: "notifications.signOff.other." + said.kind();
		mail.fact("notifications.fact.signOff",
				mail.say(key, said.name(), said.function(), mail.times().here(said.givenAt())));
	}

}
