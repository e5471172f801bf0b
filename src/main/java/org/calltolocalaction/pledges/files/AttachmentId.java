package org.calltolocalaction.pledges.files;

import java.util.UUID;

/** Names one attached file; unlike its name it is never given twice. */
public record AttachmentId(UUID value) {

	static AttachmentId random() {
		return new AttachmentId(UUID.randomUUID());
	}

	/** The id that stands in an address or a form. */
	public static AttachmentId of(String text) {
		return new AttachmentId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return value.toString();
	}

}
