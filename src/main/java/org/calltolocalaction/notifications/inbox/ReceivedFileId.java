package org.calltolocalaction.notifications.inbox;

import java.util.UUID;

/** Names one file of a mail that came. */
public record ReceivedFileId(UUID value) {

	/** The id that stands in an address. */
	public static ReceivedFileId of(String text) {
		return new ReceivedFileId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
