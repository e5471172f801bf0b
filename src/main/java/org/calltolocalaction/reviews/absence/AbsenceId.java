package org.calltolocalaction.reviews.absence;

import java.io.Serializable;
import java.util.UUID;
import org.calltolocalaction.kernel.NotFound;

/**
 * Names one absence of one reviewer. Also the business key of the process that waits for
 * it to begin.
 */
public record AbsenceId(UUID value) implements Serializable {

	public static AbsenceId random() {
		return new AbsenceId(UUID.randomUUID());
	}

	public static AbsenceId ofBusinessKey(String key) {
		return new AbsenceId(UUID.fromString(key));
	}

	/**
	 * The id that stands in an address; what cannot be one names nothing, and so is
	 * {@link NotFound}.
	 */
	public static AbsenceId asked(String inAddress) {
		try {
			return ofBusinessKey(inAddress);
		}
		catch (IllegalArgumentException none) {
			throw new NotFound("An absence of that id");
		}
	}

	public String businessKey() {
		return value.toString();
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
