package org.calltolocalaction.pledges.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.calltolocalaction.pledges.files.AttachFile.Reason;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Recognises the type of a file by its content. Signatures are Apache Tika's; what kind
 * of document a ZIP archive is, it says itself, so that no parser of office documents is
 * needed.
 */
@Component
class FileTypes {

	private static final Set<String> ARCHIVES = Set.of("application/zip", "application/x-tika-ooxml",
			FileType.DOCX.mediaType(), FileType.ODT.mediaType());

	private static final Set<String> PHONE_PICTURES = Set.of("image/heic", "image/heif", "image/heic-sequence",
			"image/heif-sequence", "image/avif", "image/avif-sequence");

	private final Detector signatures = MimeTypes.getDefaultMimeTypes();

	/** Reads the beginning of the content, and all of it where it is an archive. */
	public Recognised recognise(InputStreamSource content) throws IOException {
		String mediaType = signature(content);
		if (ARCHIVES.contains(mediaType)) {
			return archive(content);
		}
		if (PHONE_PICTURES.contains(mediaType)) {
			return new Recognised.NotTaken(Reason.PHONE_PICTURE);
		}
		return FileType.of(mediaType)
			.<Recognised>map(Recognised.As::new)
			.orElseGet(() -> new Recognised.NotTaken(Reason.OTHER_TYPE));
	}

	private String signature(InputStreamSource content) throws IOException {
		try (InputStream stream = new BufferedInputStream(content.getInputStream())) {
			return signatures.detect(stream, new Metadata()).toString();
		}
	}

	// An archive's directory stands at its end, and nothing has to be unpacked in order
	// to read it.
	private static Recognised archive(InputStreamSource content) throws IOException {
		Path copy = Files.createTempFile("attachment", ".zip");
		try (InputStream stream = content.getInputStream()) {
			Files.copy(stream, copy, StandardCopyOption.REPLACE_EXISTING);
			return DocumentArchive.recognise(copy);
		}
		finally {
			Files.delete(copy);
		}
	}

}
