package org.calltolocalaction.notifications.membership;

import java.time.Instant;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.address.Links;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.text.MailText;
import org.springframework.stereotype.Component;

/** What people read who may act for a government from now on, or no longer. */
@Component
class MembershipMailTexts {

	/**
	 * @param mail begun for the person who is invited, or for an address that nobody has
	 * an account for
	 */
	MailText invitation(MailText mail, String email, Government government, Person by, Instant expires) {
		// What anybody may have typed is no subject; and whose address it is is proved,
		// while a name is not.
		return mail.subject("notifications.invitation.subject")
			.paragraph("notifications.invitation.text", harmless(by), government.name())
			.paragraph("notifications.invitation.by", by.email())
			.paragraph("notifications.invitation.next", email, mail.times().day(expires))
			.link("notifications.link.signIn", "/my/government")
			.paragraph("notifications.invitation.elsewhere")
			.paragraph("notifications.invitation.mistake")
			.signed(mail.messages().say("notifications.why.invited", government.name()));
	}

	/**
	 * @param toCoordinator because the government has no member who could answer
	 */
	MailText request(MailText mail, Person asker, Government government, boolean toCoordinator) {
		return mail.subject("notifications.joinRequested.subject")
			.paragraph("notifications.joinRequested.text", harmless(asker), government.name())
			.paragraph("notifications.joinRequested.by", asker.email())
			.link("notifications.link.request", toCoordinator ? "/coordination/governments" : "/my/government")
			.signed(toCoordinator ? MailParts.whyCoordinator(mail) : why(mail, government));
	}

	MailText agreed(MailText mail, Government government) {
		return mail.subject("notifications.joinAgreed.subject")
			.paragraph("notifications.joinAgreed.text", government.name())
			.paragraph("notifications.joinAgreed.next")
			.link("notifications.link.pledges", "/my")
			.signed(why(mail, government));
	}

	MailText refused(MailText mail, Government government) {
		return mail.subject("notifications.joinRefused.subject")
			.paragraph("notifications.joinRefused.text", government.name())
			.paragraph("notifications.joinRefused.next")
			.link("notifications.link.government", "/my/government")
			.signed(mail.messages().say("notifications.why.asked", government.name()));
	}

	MailText joined(MailText mail, Person member, Government government) {
		return mail.subject("notifications.memberJoined.subject")
			.paragraph("notifications.memberJoined.text", harmless(member), government.name())
			.paragraph("notifications.memberJoined.next", member.email())
			.link("notifications.link.government", "/my/government")
			.signed(why(mail, government));
	}

	MailText left(MailText mail, Person member, Government government) {
		return mail.subject("notifications.memberLeft.subject")
			.paragraph("notifications.memberLeft.text", harmless(member), government.name())
			.paragraph("notifications.memberLeft.kept")
			.link("notifications.link.government", "/my/government")
			.signed(why(mail, government));
	}

	MailText removal(MailText mail, Government government, Person by) {
		return mail.subject("notifications.memberRemoved.subject")
			.paragraph("notifications.memberRemoved.text", by.name(), government.name())
			.paragraph("notifications.memberRemoved.kept")
			.paragraph("notifications.memberRemoved.next")
			.signed(mail.messages().say("notifications.why.removed", government.name()));
	}

	/**
	 * Strangers choose their own names, and no mail of the desk leads where they like.
	 */
	private static String harmless(Person stranger) {
		return Links.in(stranger.name()) ? stranger.email() : stranger.name();
	}

	private static String why(MailText mail, Government government) {
		return mail.messages().say("notifications.why.member", government.name());
	}

}
