package org.calltolocalaction.pledges.files.cleaning;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.calltolocalaction.kernel.archive.SafeArchive;
import org.calltolocalaction.kernel.archive.UnsafeArchive;
import org.calltolocalaction.pledges.files.cleaning.CannotBeCleaned.Why;
import org.jspecify.annotations.Nullable;

/**
 * Copies the parts of a text document that are not its own XML: pictures, fonts and the
 * tables behind its charts. Each kind that can tell something is cleaned, a kind of which
 * nobody here knows that it tells nothing is not taken: films and sounds, pictures of
 * scanners, files of other programs.
 */
final class OtherParts {

	private static final List<PictureCleaner> PICTURES = List.of(new CleanJpeg(), new CleanPng(), new CleanGif(),
			new CleanWebp(), new CleanMetafile());

	private static final int LARGEST = 32 * 1024 * 1024;

	/** What of a document within a document is looked at. */
	private static final SafeArchive.Limits WITHIN = new SafeArchive.Limits(500, LARGEST, 250);

	/** Charts have a table each. */
	private static final int MOST_WITHIN = 100;

	/** Fonts, plain bitmaps, and how an office laid out the pages last. */
	private static final Pattern HARMLESS_BEGINNING = Pattern
		.compile("(?s)^(BM|\0\1\0\0|OTTO|ttcf|true|wOFF|wOF2|VCLMTF).*");

	private static final Pattern HARMLESS_NAME = Pattern.compile("(?i).*(\\.(odttf|obfuscated)|(^|/)layout-cache)$");

	private static final Pattern WEB_PAGE = Pattern
		.compile("(?is)^(<!--.*?-->|\\s)*<(!doctype\\s+html|html|head|body)\\b.*");

	private final int depth;

	private int within;

	private @Nullable CannotBeCleaned told;

	OtherParts(int depth) {
		this.depth = depth;
	}

	/** Why a part was not copied; nothing while all were. */
	Optional<CannotBeCleaned> told() {
		return Optional.ofNullable(told);
	}

	void copy(String name, InputStream content, OutputStream copy) throws IOException {
		try {
			copyPart(name, content, copy);
		}
		catch (CannotBeCleaned why) {
			told = why;
			throw why;
		}
	}

	private void copyPart(String name, InputStream content, OutputStream copy) throws IOException {
		PushbackInputStream ahead = new PushbackInputStream(content, PictureCleaner.BEGINNING);
		byte[] beginning = ahead.readNBytes(PictureCleaner.BEGINNING);
		ahead.unread(beginning);
		String text = new String(beginning, StandardCharsets.ISO_8859_1);
		if (beginning.length == 0 || HARMLESS_BEGINNING.matcher(text).matches()
				|| HARMLESS_NAME.matcher(name).matches()) {
			ahead.transferTo(copy);
		}
		else if (text.startsWith("PK\3\4")) {
			document(all(ahead), copy);
		}
		else if (text.startsWith("\37\213")) {
			packed(all(ahead), copy);
		}
		else {
			copy.write(picture(all(ahead)));
		}
	}

	/** The clean copy of a picture, or of another part in XML. */
	private static byte[] picture(byte[] part) throws IOException {
		for (PictureCleaner format : PICTURES) {
			if (format.isOne(part)) {
				return format.clean(part);
			}
		}
		String beginning = new String(part, 0, Math.min(part.length, 4096), StandardCharsets.UTF_8)
			.replaceFirst("^\ufeff?\\s*", "");
		if (!beginning.startsWith("<") || WEB_PAGE.matcher(beginning).matches()) {
			throw new CannotBeCleaned(Why.OTHER_PARTS, "A document has a part that nothing here cleans");
		}
		ByteArrayOutputStream copy = new ByteArrayOutputStream();
		if (beginning.matches("(?s).*<(\\w+:)?svg\\b.*")) {
			new CleanSvg(PICTURES).copy(new ByteArrayInputStream(part), copy);
		}
		else {
			PersonalData.leaveOut(new ByteArrayInputStream(part), copy);
		}
		return copy.toByteArray();
	}

	/** Drawings of Windows are packed once more. */
	private static void packed(byte[] part, OutputStream copy) throws IOException {
		byte[] drawing;
		try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(part))) {
			drawing = all(unpacked);
		}
		catch (ZipException broken) {
			throw new CannotBeCleaned(Why.DAMAGED, "A drawing cannot be unpacked");
		}
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream pack = new GZIPOutputStream(packed)) {
			pack.write(picture(drawing));
		}
		copy.write(packed.toByteArray());
	}

	private void document(byte[] part, OutputStream copy) throws IOException {
		if (depth > 0 || ++within > MOST_WITHIN) {
			throw new CannotBeCleaned(Why.OTHER_PARTS, "Documents stand in documents in a document");
		}
		requireHarmless(part);
		Path file = Files.createTempFile("attachment", ".within");
		try {
			Files.write(file, part);
			ByteArrayOutputStream clean = new ByteArrayOutputStream(part.length);
			if (new CleanDocument(depth + 1).clean(file, clean) == FileCleaner.Outcome.SIGNED) {
				throw new CannotBeCleaned(Why.OTHER_PARTS, "A document within a document is signed");
			}
			copy.write(clean.toByteArray());
		}
		finally {
			Files.delete(file);
		}
	}

	private static void requireHarmless(byte[] part) throws IOException {
		try (SafeArchive archive = SafeArchive.open(part, WITHIN)) {
			List<String> names = archive.names().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
			if (names.stream().anyMatch(name -> name.endsWith("vbaproject.bin") || name.contains("activex/"))) {
				throw new CannotBeCleaned(Why.ACTIVE, "A document within a document has macros");
			}
			if (!names.contains("[content_types].xml")) {
				throw new CannotBeCleaned(Why.OTHER_PARTS, "A document has an archive in it");
			}
			archive.each((name, content) -> content.transferTo(OutputStream.nullOutputStream()));
		}
		catch (UnsafeArchive unsafe) {
			throw new CannotBeCleaned(unsafe.reason() == UnsafeArchive.Reason.EXCESSIVE ? Why.EXCESSIVE : Why.DAMAGED,
					"A document within a document cannot be unpacked");
		}
	}

	private static byte[] all(InputStream content) throws IOException {
		byte[] all = content.readNBytes(LARGEST + 1);
		if (all.length > LARGEST) {
			throw new CannotBeCleaned(Why.EXCESSIVE, "A part of a document is larger than any document");
		}
		return all;
	}

}
