package org.calltolocalaction.pledges.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.calltolocalaction.kernel.archive.SafeArchive;
import org.calltolocalaction.kernel.archive.UnsafeArchive;
import org.calltolocalaction.pledges.files.AttachFile.Reason;
import org.calltolocalaction.pledges.files.cleaning.CleanDocument;

/**
 * A ZIP archive that may be a text document of Word or of an OpenDocument program, as its
 * own directory says.
 */
final class DocumentArchive {

	private static final String WORD_TEXT = FileType.DOCX.mediaType() + ".main+xml";

	private static final int LONGEST_DESCRIPTION = 1 << 20;

	private static final Pattern LIST_OF_MODULES = Pattern.compile("(?i)(^|/)(script|dialog)-l[bc]\\.xml$");

	/** A module in a library, or a library that is linked from elsewhere. */
	private static final Pattern NAMES_SOMETHING = Pattern
		.compile("<([\\w.-]+:)?element\\b|\\blink\\s*=\\s*[\"']true[\"']|\\bhref\\s*=");

	private static final Pattern ENCRYPTED = Pattern.compile("<([\\w.-]+:)?encryption-data\\b");

	private DocumentArchive() {
	}

	static Recognised recognise(Path file) throws IOException {
		try (SafeArchive archive = SafeArchive.open(file, CleanDocument.LIMITS)) {
			Recognised recognised = recognise(archive);
			if (recognised instanceof Recognised.As) {
				// Those who open it later are not to find out what it unpacks to.
				PartsFromElsewhere elsewhere = new PartsFromElsewhere();
				archive.each(elsewhere::reads);
				return elsewhere.found().<Recognised>map(Recognised.NotTaken::new).orElse(recognised);
			}
			return recognised;
		}
		catch (UnsafeArchive unsafe) {
			return new Recognised.NotTaken(
					unsafe.reason() == UnsafeArchive.Reason.EXCESSIVE ? Reason.EXCESSIVE : Reason.DAMAGED);
		}
	}

	private static Recognised recognise(SafeArchive archive) throws IOException {
		String contentTypes = text(archive, "[Content_Types].xml");
		boolean openDocument = text(archive, "mimetype").equals(FileType.ODT.mediaType());
		boolean word = contentTypes.contains(WORD_TEXT);
		if (openDocument && ENCRYPTED.matcher(text(archive, "META-INF/manifest.xml")).find()) {
			return new Recognised.NotTaken(Reason.LOCKED);
		}
		if (contentTypes.contains("ms-word.document.macroEnabled") || (word || openDocument) && hasMacros(archive)) {
			return new Recognised.NotTaken(Reason.WITH_MACROS);
		}
		return word ? new Recognised.As(FileType.DOCX)
				: openDocument ? new Recognised.As(FileType.ODT) : new Recognised.NotTaken(Reason.OTHER_TYPE);
	}

	private static boolean hasMacros(SafeArchive archive) throws IOException {
		for (String part : archive.names()) {
			String name = part.toLowerCase(Locale.ROOT);
			if (name.endsWith("vbaproject.bin") || name.startsWith("scripts/") && !name.endsWith("/")
					|| name.startsWith("basic/") && isModule(archive, part)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Programs write an empty library into any document whose macros somebody only looked
	 * at. A list of libraries is none of them, unless it names one that stands elsewhere.
	 */
	private static boolean isModule(SafeArchive archive, String part) throws IOException {
		return !part.endsWith("/")
				&& (!LIST_OF_MODULES.matcher(part).find() || NAMES_SOMETHING.matcher(text(archive, part)).find());
	}

	private static String text(SafeArchive archive, String name) throws IOException {
		return new String(archive.beginning(name, LONGEST_DESCRIPTION), StandardCharsets.UTF_8);
	}

}
