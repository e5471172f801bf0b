package org.calltolocalaction.governments;

import java.io.Serializable;
import java.util.UUID;

/** Names a government for ever, whatever it is called later. */
public record GovernmentId(UUID value) implements Serializable {

	public static GovernmentId random() {
		return new GovernmentId(UUID.randomUUID());
	}

	/** The id that stands in an address or a form. */
	public static GovernmentId of(String text) {
		return new GovernmentId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
