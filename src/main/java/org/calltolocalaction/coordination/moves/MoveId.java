package org.calltolocalaction.coordination.moves;

import java.util.UUID;

/** Names one move of running processes to another version of their model. */
public record MoveId(UUID value) {

	public static MoveId random() {
		return new MoveId(UUID.randomUUID());
	}

	/**
	 * @throws IllegalArgumentException where it cannot be one
	 */
	public static MoveId of(String text) {
		return new MoveId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
