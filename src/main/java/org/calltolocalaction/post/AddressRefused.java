package org.calltolocalaction.post;

import org.calltolocalaction.kernel.EmailAddress;
import org.springframework.mail.MailException;

/** The recipient's address was refused, or could not even be told to the server; the server itself is well. */
public class AddressRefused extends MailException {

	private final transient EmailAddress address;

	private final RefusalReason reason;

	AddressRefused(EmailAddress address, RefusalReason reason, MailException failure) {
		super(failure.getMessage(), failure);
		this.address = address;
		this.reason = reason;
	}

	public EmailAddress address() {
		return address;
	}

	public RefusalReason reason() {
		return reason;
	}

}
