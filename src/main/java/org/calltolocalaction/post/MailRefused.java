package org.calltolocalaction.post;

import org.springframework.mail.MailException;

/**
 * The server refused this mail for good, and said nothing of its recipient: what the mail
 * says, how large it is, who we are. Sending it again as it is, is of no use until
 * somebody has put that right.
 */
public class MailRefused extends MailException {

	MailRefused(MailException failure) {
		super(failure.getMessage(), failure);
	}

}
