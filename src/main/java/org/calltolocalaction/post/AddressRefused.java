package org.calltolocalaction.post;

import org.calltolocalaction.kernel.address.EmailAddress;
import org.springframework.mail.MailException;

/**
 * The recipient's address was refused for good, or could not even be told to the server;
 * the server itself is well.
 */
public class AddressRefused extends MailException {

	private final transient EmailAddress address;

	private final RefusalReason reason;

	private final boolean becauseOfUs;

	AddressRefused(EmailAddress address, RefusalReason reason, boolean becauseOfUs, MailException failure) {
		super(failure.getMessage(), failure);
		this.address = address;
		this.reason = reason;
		this.becauseOfUs = becauseOfUs;
	}

	public EmailAddress address() {
		return address;
	}

	public RefusalReason reason() {
		return reason;
	}

	/**
	 * Whether the server speaks of who sends the mail, so that somebody at the desk may
	 * put it right.
	 */
	public boolean becauseOfUs() {
		return becauseOfUs;
	}

}
