package org.calltolocalaction.pledges.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
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

	/** What the pictures of telephones say they are compatible with. */
	private static final Set<String> PHONE_PICTURES = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm",
			"hevs", "mif1", "msf1", "avif", "avis");

	private static final int LONGEST_BRANDS = 256;

	private static final byte[] OLDER_OFFICE = { (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1,
			0x1a, (byte) 0xe1 };

	/** A name in its directory, in two bytes each. */
	private static final String ENCRYPTED_WITHIN = String.join("\0", "EncryptedPackage".split(""));

	private final Detector signatures = MimeTypes.getDefaultMimeTypes();

	/** Reads the beginning of the content, and all of it where it is an archive. */
	public Recognised recognise(InputStreamSource content) throws IOException {
		String mediaType = signature(content);
		if (ARCHIVES.contains(mediaType)) {
			return archive(content);
		}
		if (isPhonePicture(content)) {
			return new Recognised.NotTaken(Reason.PHONE_PICTURE);
		}
		if (isLocked(content)) {
			return new Recognised.NotTaken(Reason.LOCKED);
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

	/** Programs put the brand that says so first, or anywhere behind another. */
	private static boolean isPhonePicture(InputStreamSource content) throws IOException {
		byte[] beginning;
		try (InputStream stream = content.getInputStream()) {
			beginning = stream.readNBytes(LONGEST_BRANDS);
		}
		if (beginning.length < 16 || !new String(beginning, 4, 4, StandardCharsets.ISO_8859_1).equals("ftyp")) {
			return false;
		}
		int length = Math.min(ByteBuffer.wrap(beginning).getInt(), beginning.length);
		for (int at = 8; at + 4 <= length; at += 4) {
			if (PHONE_PICTURES.contains(new String(beginning, at, 4, StandardCharsets.ISO_8859_1))) {
				return true;
			}
		}
		return false;
	}

	/**
	 * A document of Word with a password is an older kind of file, in which the document
	 * stands encrypted.
	 */
	private static boolean isLocked(InputStreamSource content) throws IOException {
		try (InputStream stream = content.getInputStream()) {
			if (!Arrays.equals(stream.readNBytes(OLDER_OFFICE.length), OLDER_OFFICE)) {
				return false;
			}
			byte[] rest = stream.readNBytes((int) AttachFile.LARGEST.toBytes());
			return new String(rest, StandardCharsets.ISO_8859_1).contains(ENCRYPTED_WITHIN);
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
