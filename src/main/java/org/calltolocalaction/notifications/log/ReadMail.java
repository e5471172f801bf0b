package org.calltolocalaction.notifications.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.notifications.MailId;

/**
 * All that the log knows of a mail.
 *
 * @param text empty where it may quote a draft
 * @param tries the newest first, as many as a page shows
 * @param sentAt when it, or what brought it, was taken by the server
 * @param nextAt when it is tried, if it is to be
 * @param digest the mail that brings it, or brought it
 * @param copyOf the mail of which it is a copy
 * @param copies of it, the oldest first
 * @param inPlaceOf the mail that did not arrive in place of which this one went elsewhere
 * @param elsewhere the mail that went to another address in place of this one
 */
public record ReadMail(MailLine line, String text, String messageId, List<MailTry> tries, Optional<Instant> sentAt,
		Optional<Instant> nextAt, Optional<Instant> resentAt, Optional<MailId> digest, Optional<MailId> copyOf,
		List<MailId> copies, Optional<MailId> inPlaceOf, Optional<MailId> elsewhere) {

	public ReadMail {
		tries = List.copyOf(tries);
		copies = List.copyOf(copies);
	}

	/** Whether it can be sent again, as it is. */
	public boolean toResend() {
		return line.state().ended() && elsewhere.isEmpty();
	}

	/** Whether it has arrived, and says something of its own. */
	public boolean toCopy() {
		return line.state().arrived() && !line.kind().bringsOthers();
	}

}
