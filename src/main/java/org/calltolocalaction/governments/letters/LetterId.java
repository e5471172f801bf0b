package org.calltolocalaction.governments.letters;

import java.util.UUID;

/** Names a letter of a government. */
public record LetterId(UUID value) {

	static LetterId random() {
		return new LetterId(UUID.randomUUID());
	}

	/** The id that stands in an address. */
	public static LetterId of(String text) {
		return new LetterId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
