package org.calltolocalaction.notifications.inbox;

import java.util.UUID;

/** Names one mail that came. */
public record ReceivedMailId(UUID value) {

	static ReceivedMailId random() {
		return new ReceivedMailId(UUID.randomUUID());
	}

	/** The id that stands in an address or a form. */
	public static ReceivedMailId of(String text) {
		return new ReceivedMailId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
