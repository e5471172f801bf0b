package org.calltolocalaction.editions.extension;

import java.io.Serializable;
import java.util.UUID;

/**
 * Names one extension. Also the business key of the process that reminds of its end.
 */
public record ExtensionId(UUID value) implements Serializable {

	public static ExtensionId random() {
		return new ExtensionId(UUID.randomUUID());
	}

	/** The id that stands in an address or a business key. */
	public static ExtensionId of(String text) {
		return new ExtensionId(UUID.fromString(text));
	}

	public String businessKey() {
		return value.toString();
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
