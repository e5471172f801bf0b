package org.calltolocalaction.reviews.absence;

import java.io.Serializable;
import java.util.UUID;

/**
 * Names one absence of one reviewer. Also the business key of the process that waits for
 * it to begin.
 */
public record AbsenceId(UUID value) implements Serializable {

	public static AbsenceId random() {
		return new AbsenceId(UUID.randomUUID());
	}

	/** The id that stands in an address, a form or a business key. */
	public static AbsenceId of(String text) {
		return new AbsenceId(UUID.fromString(text));
	}

	public String businessKey() {
		return value.toString();
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
