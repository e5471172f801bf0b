package org.calltolocalaction.notifications.log;

import java.time.Instant;
import org.calltolocalaction.kernel.address.EmailAddress;

/**
 * One try to hand a mail to the server.
 *
 * @param number from 1
 * @param recipient where it went
 * @param answer what the server said, or why it was not even asked
 */
public record MailTry(int number, Instant at, String recipient, Outcome outcome, String answer) {

	/** Where it went, as people read it. */
	public String shownRecipient() {
		return EmailAddress.shown(recipient);
	}

	/** What came of it. */
	public enum Outcome {

		TAKEN, LATER, ENDED

	}

}
