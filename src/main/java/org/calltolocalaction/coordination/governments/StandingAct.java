package org.calltolocalaction.coordination.governments;

import org.calltolocalaction.governments.GovernmentStanding;
import org.calltolocalaction.notifications.MailKind;

/** What coordinators can say to a government that is not confirmed. */
public enum StandingAct {

	CONFIRM(GovernmentStanding.CONFIRMED, MailKind.GOVERNMENT_CONFIRMED),

	ASK(GovernmentStanding.ASKED, MailKind.GOVERNMENT_ASKED),

	REFUSE(GovernmentStanding.REFUSED, MailKind.GOVERNMENT_REFUSED);

	private final GovernmentStanding to;

	private final MailKind mail;

	StandingAct(GovernmentStanding to, MailKind mail) {
		this.to = to;
		this.mail = mail;
	}

	/** How the government stands then. */
	public GovernmentStanding to() {
		return to;
	}

	/** By which its members learn of it. */
	public MailKind mail() {
		return mail;
	}

}
