package org.calltolocalaction.pledges.files;

import java.util.UUID;
import org.calltolocalaction.kernel.NotFound;

/** Names one attached file; unlike its name it is never given twice. */
public record AttachmentId(UUID value) {

	static AttachmentId random() {
		return new AttachmentId(UUID.randomUUID());
	}

	/**
	 * The id that stands in an address; what cannot be one names nothing, and so is
	 * {@link NotFound}.
	 */
	public static AttachmentId asked(String inAddress) {
		try {
			return new AttachmentId(UUID.fromString(inAddress));
		}
		catch (IllegalArgumentException noId) {
			throw new NotFound("A file called " + inAddress);
		}
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
