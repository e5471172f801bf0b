package org.calltolocalaction.reviews.worklist;

import java.util.UUID;

/** Names one saved search, whatever it is called. */
public record SavedSearchId(UUID value) {

	static SavedSearchId random() {
		return new SavedSearchId(UUID.randomUUID());
	}

	/** The id that stands in an address. */
	public static SavedSearchId of(String text) {
		return new SavedSearchId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
