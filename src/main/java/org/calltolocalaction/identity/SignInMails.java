package org.calltolocalaction.identity;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.calltolocalaction.kernel.address.EmailAddress;

/** Brings a sign-in link to the person who asked for it. */
public interface SignInMails {

	/**
	 * Hands the link over and returns at once, whether mail can be delivered or not: how
	 * long the answer takes must not tell whether an address exists.
	 */
	void sendLink(EmailAddress email, URI link, Locale language, Instant expires);

}
