package org.calltolocalaction.pledges.files;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The types of files that may be attached to a pledge: those that every office can write
 * and read, and that cannot run anything.
 */
public enum FileType {

	PDF("application/pdf", "pdf"),
	DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
	ODT("application/vnd.oasis.opendocument.text", "odt"), PNG("image/png", "png"), JPEG("image/jpeg", "jpg", "jpeg");

	private final String mediaType;

	private final List<String> extensions;

	FileType(String mediaType, String... extensions) {
		this.mediaType = mediaType;
		this.extensions = List.of(extensions);
	}

	String mediaType() {
		return mediaType;
	}

	/** How names of such files end, without the dot; the usual ending first. */
	public List<String> extensions() {
		return extensions;
	}

	static Optional<FileType> of(String mediaType) {
		return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst();
	}

}
