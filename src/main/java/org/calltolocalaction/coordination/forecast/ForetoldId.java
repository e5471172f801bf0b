package org.calltolocalaction.coordination.forecast;

import java.util.UUID;

/** Names one act whose forecast was kept. */
public record ForetoldId(UUID value) {

	public static ForetoldId random() {
		return new ForetoldId(UUID.randomUUID());
	}

	/**
	 * @throws IllegalArgumentException where it cannot be one
	 */
	public static ForetoldId of(String text) {
		return new ForetoldId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
