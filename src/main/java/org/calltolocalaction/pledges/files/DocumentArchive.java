package org.calltolocalaction.pledges.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.calltolocalaction.kernel.archive.SafeArchive;
import org.calltolocalaction.kernel.archive.UnsafeArchive;

/**
 * A ZIP archive that may be a text document of Word or of an OpenDocument program, as its
 * own directory says.
 */
final class DocumentArchive {

	private static final String WORD_TEXT = FileType.DOCX.mediaType() + ".main+xml";

	private static final int LONGEST_DESCRIPTION = 1 << 20;

	/**
	 * Long documents have some hundred pictures, and text is packed to a twentieth: a
	 * report of a thousand pages fits.
	 */
	private static final SafeArchive.Limits LIMITS = new SafeArchive.Limits(5_000, 128L * 1024 * 1024, 250);

	private DocumentArchive() {
	}

	static Recognised recognise(Path file) throws IOException {
		try (SafeArchive archive = SafeArchive.open(file, LIMITS)) {
			Recognised recognised = recognise(archive);
			if (recognised instanceof Recognised.As) {
				// Those who open it later are not to find out what it unpacks to.
				archive.each((name, content) -> {
				});
			}
			return recognised;
		}
		catch (UnsafeArchive unsafe) {
			return unsafe.reason() == UnsafeArchive.Reason.EXCESSIVE ? new Recognised.Excessive()
					: new Recognised.Damaged();
		}
	}

	private static Recognised recognise(SafeArchive archive) throws IOException {
		String contentTypes = text(archive, "[Content_Types].xml");
		boolean openDocument = text(archive, "mimetype").equals(FileType.ODT.mediaType());
		boolean word = contentTypes.contains(WORD_TEXT);
		if (contentTypes.contains("ms-word.document.macroEnabled") || (word || openDocument) && hasMacros(archive)) {
			return new Recognised.WithMacros();
		}
		return word ? new Recognised.As(FileType.DOCX)
				: openDocument ? new Recognised.As(FileType.ODT) : new Recognised.Unknown();
	}

	private static boolean hasMacros(SafeArchive archive) {
		return archive.names()
			.stream()
			.map(name -> name.toLowerCase(Locale.ROOT))
			.anyMatch(name -> name.endsWith("vbaproject.bin") || name.startsWith("basic/")
					|| name.startsWith("scripts/"));
	}

	private static String text(SafeArchive archive, String name) throws IOException {
		return new String(archive.beginning(name, LONGEST_DESCRIPTION), StandardCharsets.UTF_8);
	}

}
