package org.calltolocalaction.post;

import jakarta.mail.MessagingException;

/**
 * The server was not even asked: it knows no letters outside ASCII, and would have got
 * another's address.
 */
class Utf8NotOffered extends MessagingException {

	Utf8NotOffered() {
		super("The mail server does not offer SMTPUTF8, which the recipient's address needs");
	}

}
