package org.calltolocalaction.pledges.signoff;

import java.util.UUID;

/** Names one reading link; it is no secret, and opens nothing. */
public record ReadingLinkId(UUID value) {

	static ReadingLinkId random() {
		return new ReadingLinkId(UUID.randomUUID());
	}

	/** The id that stands in an address. */
	public static ReadingLinkId of(String text) {
		return new ReadingLinkId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
