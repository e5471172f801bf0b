package org.calltolocalaction.notifications.edition;

import java.util.List;
import java.util.Optional;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.ExtensionEnded;
import org.calltolocalaction.editions.extension.GrantedExtension;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.context.PledgeLinks;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.calltolocalaction.notifications.text.OneLine;
import org.calltolocalaction.pledges.Pledge;
import org.springframework.stereotype.Component;

/** What members read of an extension that their government or one of its pledges has. */
@Component
class ExtensionMailTexts {

	private final MailTexts texts;

	ExtensionMailTexts(MailTexts texts) {
		this.texts = texts;
	}

	/**
	 * @param pledge for which alone it is; none where it is for all of the government's
	 * @param everybodys the deadline of whoever has none
	 */
	MailText granted(GrantedExtension granted, Government government, Optional<Pledge> pledge, Deadline everybodys,
			Person member) {
		Extension extension = granted.extension();
		MailText mail = texts.to(member);
		mail.subject("notifications.extended.subject", extension.edition());
		whose(mail, "notifications.extended.government", "notifications.extended.pledge", extension, government, pledge)
			.fact("notifications.fact.extension.until", mail.times().deadline(extension.until()))
			.fact("notifications.fact.extension.everybodys", mail.times().deadline(everybodys))
			.quote(mail.say("notifications.extension.reason"), granted.reason())
			.paragraph("notifications.extended.rule", extension.edition());
		return ending(mail, government, pledge);
	}

	/** Only while something waits to be submitted by it. */
	MailText reminder(Extension extension, Government government, Optional<Pledge> pledge, List<Pledge> drafts,
			Person member) {
		MailText mail = texts.to(member);
		mail.subject("notifications.extensionReminder.subject", extension.edition(),
				mail.times().daysLeft(extension.until().zoned()));
		whose(mail, "notifications.extensionReminder.government", "notifications.extensionReminder.pledge", extension,
				government, pledge)
			.fact("notifications.fact.extension.until", mail.times().deadline(extension.until()))
			.paragraph("notifications.extensionReminder.drafts");
		for (Pledge draft : drafts) {
			String typed = OneLine.title(draft.content().title());
			mail.item("notifications.deadlineReminder.item", draft.reference(),
					typed.isEmpty() ? mail.say("notifications.untitled") : typed,
					mail.address(PledgeLinks.ofMembers(draft.reference())));
		}
		mail.paragraph("notifications.extended.rule", extension.edition());
		return ending(mail, government, pledge);
	}

	MailText ended(ExtensionEnded ended, Government government, Optional<Pledge> pledge, Person member) {
		Extension extension = ended.extension();
		MailText mail = texts.to(member);
		mail.subject("notifications.extensionEnded.subject", extension.edition());
		whose(mail, "notifications.extensionEnded.government", "notifications.extensionEnded.pledge", extension,
				government, pledge)
			.fact("notifications.fact.extension.ended", mail.times().here(extension.endedAt().orElseThrow()))
			.fact("notifications.fact.extension.was", mail.times().decreed(extension.until()))
			.quote(mail.say("notifications.extension.reason"), ended.reason())
			.paragraph("notifications.extensionEnded.rule", extension.edition());
		return ending(mail, government, pledge);
	}

	/** In a mail that tells of everybody's deadline: who has more time than that. */
	static void moreTime(MailText mail, List<Extension> extensions) {
		for (Extension extension : extensions) {
			String until = mail.times().deadline(extension.until());
			if (extension.holder().isPledge()) {
				mail.paragraph("notifications.moreTime.pledge", extension.holder(), until);
			}
			else {
				mail.paragraph("notifications.moreTime.government", until);
			}
		}
	}

	private static MailText whose(MailText mail, String ofGovernment, String ofPledge, Extension extension,
			Government government, Optional<Pledge> pledge) {
		return pledge.map(one -> mail.paragraph(ofPledge, extension.edition(), one.reference(), government.name()))
			.orElseGet(() -> mail.paragraph(ofGovernment, extension.edition(), government.name()));
	}

	private static MailText ending(MailText mail, Government government, Optional<Pledge> pledge) {
		pledge.ifPresentOrElse(one -> mail.link("notifications.link.pledge", PledgeLinks.ofMembers(one.reference())),
				() -> mail.link("notifications.link.pledges", "/my"));
		return mail.signed(MailParts.whyMember(mail, government));
	}

}
