package org.calltolocalaction.notifications.coordinators;

import java.io.Serializable;
import java.util.UUID;

/**
 * Names one message of a coordinator to many. Also the business key of the process that
 * writes it.
 */
public record MessageId(UUID value) implements Serializable {

	/** The id that stands in an address or a business key. */
	public static MessageId of(String text) {
		return new MessageId(UUID.fromString(text));
	}

	public String businessKey() {
		return value.toString();
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
