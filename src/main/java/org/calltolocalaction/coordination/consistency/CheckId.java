package org.calltolocalaction.coordination.consistency;

import java.util.UUID;

/** One check. */
public record CheckId(UUID value) {

	static CheckId random() {
		return new CheckId(UUID.randomUUID());
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
