package org.calltolocalaction.notifications;

import org.springframework.stereotype.Service;

/** Hands one written mail to the mail server. Called by the process; may be called again after a failure. */
@Service
public class DeliverMail {

	/**
	 * Sends the mail unless it was sent already.
	 * @throws org.springframework.mail.MailException where the server did not take it: try again later
	 */
	public void deliver(MailId id) {
		throw new UnsupportedOperationException();
	}

}
