package org.calltolocalaction.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.calltolocalaction.kernel.archive.SafeArchive;
import org.calltolocalaction.pledges.files.cleaning.CleanPdf;

/** Files as people have them on their computers, made when a test wants one. */
public final class SampleFiles {

	private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

	private static final String WORD_WITH_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml";

	private static final String DOCUMENT = "<w:document xmlns:w=\"urn:word\"/>";

	private SampleFiles() {
	}

	/** A document of one empty page; the text makes each one another. */
	public static byte[] pdf(String text) {
		return pdf(text, 0);
	}

	/**
	 * A document of exactly this size, on whose page is something that nobody can pack
	 * any further; 0 for as small as it is.
	 */
	public static byte[] pdf(String text, int size) {
		byte[] empty = pdf(text, new byte[0]);
		byte[] padding = new byte[Math.max(0, size - empty.length)];
		new Random(size).nextBytes(padding);
		byte[] whole = pdf(text, padding);
		// The number of bytes is itself longer than that of none.
		return whole.length > size && size > empty.length
				? pdf(text, Arrays.copyOf(padding, padding.length - (whole.length - size))) : whole;
	}

	/** A PDF as the desk keeps it, without what it tells. */
	public static byte[] asKept(byte[] pdf) {
		ByteArrayOutputStream kept = new ByteArrayOutputStream();
		try {
			Path file = Files.createTempFile("sample", ".pdf");
			new CleanPdf().clean(Files.write(file, pdf), kept);
			Files.delete(file);
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return kept.toByteArray();
	}

	private static byte[] pdf(String text, byte[] padding) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes("""
				%%PDF-1.4
				1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
				2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
				3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]
				/Resources <</XObject <</P 4 0 R>>>>>> endobj
				4 0 obj <</Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8
				/ColorSpace /DeviceGray /Length %d>> stream
				""".formatted(padding.length).getBytes(StandardCharsets.UTF_8));
		bytes.writeBytes(padding);
		bytes.writeBytes("""

				endstream endobj
				trailer <</Root 1 0 R /Info <</Title (%s)>>>>
				%%%%EOF
				""".formatted(text).getBytes(StandardCharsets.UTF_8));
		return bytes.toByteArray();
	}

	public static byte[] docx() {
		return zip(Map.of("[Content_Types].xml", types(WORD), "word/document.xml", DOCUMENT));
	}

	/** As some programs write it: what says that it is a document comes last. */
	public static byte[] docxFromElsewhere() {
		Map<String, String> entries = new LinkedHashMap<>();
		entries.put("word/document.xml", DOCUMENT);
		entries.put("[Content_Types].xml", types(WORD));
		return zip(entries);
	}

	public static byte[] docm() {
		return zip(Map.of("[Content_Types].xml", types(WORD_WITH_MACROS), "word/vbaProject.bin", "macros"));
	}

	/** A document with macros that calls itself one without. */
	public static byte[] docmInDisguise() {
		return zip(Map.of("[Content_Types].xml", types(WORD), "word/vbaProject.bin", "macros"));
	}

	public static byte[] xlsx() {
		return zip(Map.of("[Content_Types].xml",
				types("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")));
	}

	public static byte[] odt() {
		return zip(openDocument("application/vnd.oasis.opendocument.text", "content.xml"));
	}

	public static byte[] odtWithMacros() {
		return zip(openDocument("application/vnd.oasis.opendocument.text", "Basic/Standard/Module1.xml"));
	}

	/** A document of Word with one more part. */
	public static byte[] docxWith(String part, String content) {
		return zip(Map.of("[Content_Types].xml", types(WORD), "word/document.xml", DOCUMENT, part, content));
	}

	/** A document of an OpenDocument program with one more part. */
	public static byte[] odtWith(String part, String content) {
		Map<String, String> entries = openDocument("application/vnd.oasis.opendocument.text", "settings.xml");
		entries.put(part, content);
		return zip(entries);
	}

	public static byte[] ods() {
		return zip(openDocument("application/vnd.oasis.opendocument.spreadsheet", "content.xml"));
	}

	public static byte[] zip() {
		return zip(Map.of("readme.txt", "Hello"));
	}

	/**
	 * @param format as Java calls it: png, jpg, gif
	 */
	public static byte[] picture(String format) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, bytes);
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return bytes.toByteArray();
	}

	private static String types(String main) {
		return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types><Override PartName=\"/word/document.xml\" ContentType=\""
				+ main + "\"/></Types>";
	}

	/** The same archive, in which one part says something else. */
	public static byte[] changed(byte[] archive, String part, UnaryOperator<String> change) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (SafeArchive from = SafeArchive.open(archive, new SafeArchive.Limits(1_000, 10_000_000, 1_000));
				ZipOutputStream to = new ZipOutputStream(bytes)) {
			if (!from.names().contains(part)) {
				throw new IllegalStateException("There is no " + part + " among " + from.names());
			}
			from.each((name, content) -> {
				to.putNextEntry(new ZipEntry(name));
				to.write(name.equals(part) ? change.apply(new String(content.readAllBytes(), StandardCharsets.UTF_8))
					.getBytes(StandardCharsets.UTF_8) : content.readAllBytes());
				to.closeEntry();
			});
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return bytes.toByteArray();
	}

	private static Map<String, String> openDocument(String mimetype, String more) {
		Map<String, String> entries = new LinkedHashMap<>();
		entries.put("mimetype", mimetype);
		entries.put(more, "<document-content/>");
		return entries;
	}

	private static byte[] zip(Map<String, String> entries) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, String> entry : entries.entrySet()) {
				byte[] content = entry.getValue().getBytes(StandardCharsets.UTF_8);
				zip.putNextEntry(entry.getKey().equals("mimetype") ? stored(entry.getKey(), content)
						: new ZipEntry(entry.getKey()));
				zip.write(content);
				zip.closeEntry();
			}
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return bytes.toByteArray();
	}

	// OpenDocument wants its type first and not compressed.
	private static ZipEntry stored(String name, byte[] content) {
		CRC32 sum = new CRC32();
		sum.update(content);
		ZipEntry entry = new ZipEntry(name);
		entry.setMethod(ZipEntry.STORED);
		entry.setSize(content.length);
		entry.setCrc(sum.getValue());
		return entry;
	}

}
