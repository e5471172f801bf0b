package org.calltolocalaction.governments;

import java.io.Serializable;
import java.util.UUID;

/** Names a government for ever, whatever it is called later. */
public record GovernmentId(UUID value) implements Serializable {

	public static GovernmentId random() {
		return new GovernmentId(UUID.randomUUID());
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
