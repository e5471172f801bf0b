package org.calltolocalaction.notifications.log;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.MailKind;

/**
 * A mail in the log.
 *
 * @param about a pledge's reference, an edition's year, a government's id or a partner
 * @param subject empty where it may quote a draft
 * @param triedAt when the server was asked last
 * @param answer what it said then; empty where nothing is known of it
 */
public record MailLine(MailId id, MailKind kind, LoggedState state, String about, String recipient, Locale language,
		String subject, Instant writtenAt, int attempts, Optional<Instant> triedAt, String answer) {

	/** The recipient's address as people read it. */
	public String shownRecipient() {
		return EmailAddress.shown(recipient);
	}

	/** Whether neither coordinators nor auditors read its words. */
	public boolean withheld() {
		return kind.speaksOfDrafts();
	}

}
