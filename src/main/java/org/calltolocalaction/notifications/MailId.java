package org.calltolocalaction.notifications;

import java.io.Serializable;
import java.util.UUID;

/** Names one mail to one person; the business key of its delivery. */
public record MailId(UUID value) implements Serializable {

	public static MailId random() {
		return new MailId(UUID.randomUUID());
	}

	/** The id that stands in an address or a form. */
	public static MailId of(String text) {
		return new MailId(UUID.fromString(text));
	}

	public static MailId ofBusinessKey(String key) {
		return new MailId(UUID.fromString(key));
	}

	public String businessKey() {
		return value.toString();
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
