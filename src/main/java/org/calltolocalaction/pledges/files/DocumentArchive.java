package org.calltolocalaction.pledges.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A ZIP archive that may be a text document of Word or of an OpenDocument program, as its own directory says. */
final class DocumentArchive {

	private static final String WORD_TEXT = FileType.DOCX.mediaType() + ".main+xml";

	private static final int LONGEST_DESCRIPTION = 1 << 20;

	private DocumentArchive() {
	}

	static Recognised recognise(Path file) throws IOException {
		try (ZipFile archive = new ZipFile(file.toFile())) {
			String contentTypes = text(archive, "[Content_Types].xml");
			boolean openDocument = text(archive, "mimetype").equals(FileType.ODT.mediaType());
			boolean word = contentTypes.contains(WORD_TEXT);
			if (contentTypes.contains("ms-word.document.macroEnabled") || (word || openDocument) && hasMacros(archive)) {
				return new Recognised.WithMacros();
			}
			return word ? new Recognised.As(FileType.DOCX)
					: openDocument ? new Recognised.As(FileType.ODT) : new Recognised.Unknown();
		}
		catch (ZipException unreadable) {
			return new Recognised.Damaged();
		}
	}

	private static boolean hasMacros(ZipFile archive) {
		return archive.stream()
			.map(entry -> entry.getName().toLowerCase(Locale.ROOT))
			.anyMatch(name -> name.endsWith("vbaproject.bin") || name.startsWith("basic/") || name.startsWith("scripts/"));
	}

	private static String text(ZipFile archive, String name) throws IOException {
		ZipEntry entry = archive.getEntry(name);
		if (entry == null) {
			return "";
		}
		try (InputStream stream = archive.getInputStream(entry)) {
			return new String(stream.readNBytes(LONGEST_DESCRIPTION), StandardCharsets.UTF_8);
		}
	}

}
