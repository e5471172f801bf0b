package org.calltolocalaction.notifications.membership;

import java.time.Instant;
import java.util.Optional;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.membership.MembershipId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.address.Links;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.springframework.stereotype.Component;

/** What people read who may act for a government from now on, or no longer. */
@Component
class MembershipMailTexts {

	private final MailTexts texts;

	MembershipMailTexts(MailTexts texts) {
		this.texts = texts;
	}

	/**
	 * @param known who is invited, where the address is that of an account
	 */
	MailText invitation(Optional<Person> known, EmailAddress email, Government government, Person by, Instant expires) {
		MailText mail = known.map(texts::to).orElseGet(() -> texts.toNewcomer(by.language(), by.zone()));
		// What anybody may have typed is no subject; and whose address it is is proved,
		// while a name is not.
		return mail.subject("notifications.invitation.subject")
			.paragraph("notifications.invitation.text", harmless(by), government.name())
			.paragraph("notifications.invitation.by", by.email())
			.paragraph("notifications.invitation.next", email.display(), mail.times().day(expires))
			.link("notifications.link.signIn", "/my/government")
			.paragraph("notifications.invitation.elsewhere")
			.paragraph("notifications.invitation.mistake")
			.signed(mail.say("notifications.why.invited", government.name()));
	}

	/**
	 * @param toCoordinator because the government has no member who could answer
	 */
	MailText request(MembershipId request, Person asker, Government government, boolean toCoordinator, Person reader) {
		MailText mail = texts.to(reader);
		return mail.subject("notifications.joinRequested.subject")
			.paragraph("notifications.joinRequested.text", harmless(asker), government.name())
			.paragraph("notifications.joinRequested.by", asker.email())
			.paragraph("notifications.joinRequested.open")
			.link("notifications.link.request", pageOf(request, toCoordinator))
			.signed(toCoordinator ? MailParts.whyCoordinator(mail) : MailParts.whyMember(mail, government));
	}

	MailText agreed(Government government, Person member) {
		MailText mail = texts.to(member);
		return mail.subject("notifications.joinAgreed.subject")
			.paragraph("notifications.joinAgreed.text", government.name())
			.paragraph("notifications.joinAgreed.next")
			.link("notifications.link.pledges", "/my")
			.signed(MailParts.whyMember(mail, government));
	}

	MailText refused(Government government, Person asker) {
		MailText mail = texts.to(asker);
		return mail.subject("notifications.joinRefused.subject")
			.paragraph("notifications.joinRefused.text", government.name())
			.paragraph("notifications.joinRefused.next")
			.link("notifications.link.government", "/my/government")
			.signed(mail.say("notifications.why.asked", government.name()));
	}

	MailText joined(Person member, Government government, Person colleague) {
		MailText mail = texts.to(colleague);
		return mail.subject("notifications.memberJoined.subject")
			.paragraph("notifications.memberJoined.text", harmless(member), government.name())
			.paragraph("notifications.memberJoined.next", member.email())
			.link("notifications.link.government", "/my/government")
			.signed(MailParts.whyMember(mail, government));
	}

	MailText left(Person member, Government government, Person colleague) {
		MailText mail = texts.to(colleague);
		return mail.subject("notifications.memberLeft.subject")
			.paragraph("notifications.memberLeft.text", harmless(member), government.name())
			.paragraph("notifications.memberLeft.kept")
			.link("notifications.link.government", "/my/government")
			.signed(MailParts.whyMember(mail, government));
	}

	MailText removal(Government government, Person by, Person removed) {
		MailText mail = texts.to(removed);
		return mail.subject("notifications.memberRemoved.subject")
			.paragraph("notifications.memberRemoved.text", by.name(), government.name())
			.paragraph("notifications.memberRemoved.kept")
			.paragraph("notifications.memberRemoved.next")
			.signed(mail.say("notifications.why.removed", government.name()));
	}

	/** Where it is answered. */
	static String pageOf(MembershipId request, boolean ofCoordinators) {
		return (ofCoordinators ? "/coordination/governments/requests/" : "/my/government/requests/") + request;
	}

	/**
	 * Strangers choose their own names, and no mail of the desk leads where they like.
	 */
	static String harmless(Person stranger) {
		return Links.in(stranger.name()) ? stranger.email() : stranger.name();
	}

}
