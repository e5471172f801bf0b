package org.calltolocalaction.notifications.leaving;

import org.calltolocalaction.identity.MailPreference.Choice;
import org.calltolocalaction.identity.MailPreference;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.UpdateProfile;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever has a mail that may be left out says that they want no more of them. From then
 * on they get what asks something of them, and what is always sent. By one address it is
 * done once, however often it is opened: only who signs in has more mails again, and that
 * makes the address void.
 */
@Service
public class LeaveMails {

	private final LeavingLinks links;

	private final UpdateProfile updateProfile;

	private final People people;

	private final AuditTrail trail;

	LeaveMails(LeavingLinks links, UpdateProfile updateProfile, People people, AuditTrail trail) {
		this.links = links;
		this.updateProfile = updateProfile;
		this.people = people;
		this.trail = trail;
	}

	/** Whether anything can be said by this token. */
	@Transactional(readOnly = true)
	public boolean opens(LeavingToken token) {
		return links.owner(token).isPresent();
	}

	/** Says whether it is so now: not where the token is none, or void. */
	@Transactional
	public boolean leave(LeavingToken token) {
		return links.owner(token).flatMap(people::find).map(this::leave).isPresent();
	}

	private Person leave(Person reader) {
		if (reader.mails().choice() != Choice.WHAT_NEEDS_ME) {
			updateProfile.receiveMails(reader, new MailPreference(Choice.WHAT_NEEDS_ME, reader.mails().digestHour()));
			// Nobody signed in for it.
			trail.record(AuditEntry.of("account.mails-left", reader.id()));
		}
		return reader;
	}

}
