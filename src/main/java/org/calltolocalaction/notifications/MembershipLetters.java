package org.calltolocalaction.notifications;

import java.time.Instant;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Links;
import org.springframework.stereotype.Component;

/** What people read who may act for a government from now on, or no longer. */
@Component
class MembershipLetters {

	/** @param letter begun for the person who is invited, or for an address that nobody has an account for */
	Letter invitation(Letter letter, String email, Government government, Person by, Instant expires) {
		// What anybody may have typed is no subject; and whose address it is is proved, while a name is not.
		return letter.subject("notifications.invitation.subject")
			.paragraph("notifications.invitation.text", Links.in(by.name()) ? by.email() : by.name(), government.name())
			.paragraph("notifications.invitation.by", by.email())
			.paragraph("notifications.invitation.next", email, letter.clock().day(expires))
			.link("notifications.link.signIn", "/my/government")
			.paragraph("notifications.invitation.elsewhere")
			.paragraph("notifications.invitation.mistake")
			.signed(letter.wording().say("notifications.why.invited", government.name()));
	}

	Letter removal(Letter letter, Government government, Person by) {
		return letter.subject("notifications.memberRemoved.subject")
			.paragraph("notifications.memberRemoved.text", by.name(), government.name())
			.paragraph("notifications.memberRemoved.kept")
			.paragraph("notifications.memberRemoved.next")
			.signed(letter.wording().say("notifications.why.removed", government.name()));
	}

}
