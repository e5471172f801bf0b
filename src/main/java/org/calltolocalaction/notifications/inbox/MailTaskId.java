package org.calltolocalaction.notifications.inbox;

import java.util.UUID;

/** Names one task about mails. */
public record MailTaskId(UUID value) {

	static MailTaskId random() {
		return new MailTaskId(UUID.randomUUID());
	}

	/** The id that stands in an address or a form. */
	public static MailTaskId of(String text) {
		return new MailTaskId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
