package org.calltolocalaction.notifications;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.kernel.address.EmailAddress;

/**
 * One mail as it was written, and what became of it.
 *
 * @param state what becomes of it, as its reader chose
 * @param about the pledge's reference, the edition's year or the government's id
 * @param attempts how often the server was asked to take it
 * @param lastError why it did not, the last time that it did not; stays when a later
 * attempt succeeds
 * @param messageId by which the mail is found at the server and in the recipient's
 * mailbox
 */
public record LoggedMail(MailId id, MailKind kind, MailState state, String about, String recipient, Locale language,
		String subject, String body, Instant createdAt, int attempts, Optional<String> lastError,
		Optional<Instant> sentAt, String messageId) {

	/** The recipient's address as people read it. */
	public String shownRecipient() {
		return EmailAddress.shown(recipient);
	}

	/** Whether neither coordinators nor auditors read its words. */
	public boolean withheld() {
		return kind.speaksOfDrafts();
	}

	/** As coordinators and auditors may read it: without words that may be a draft's. */
	LoggedMail forOversight() {
		return withheld() ? new LoggedMail(id, kind, state, about, recipient, language, "", "", createdAt, attempts,
				lastError, sentAt, messageId) : this;
	}

	/** Why it was not taken, as people read it: without the name of a program's error. */
	public Optional<String> answer() {
		return lastError.map(error -> error.replaceFirst("^[A-Za-z]+Exception: ", ""));
	}

	public boolean sent() {
		return sentAt.isPresent();
	}

}
