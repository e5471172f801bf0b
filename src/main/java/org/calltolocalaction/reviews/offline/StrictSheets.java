package org.calltolocalaction.reviews.offline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.calltolocalaction.kernel.archive.SafeArchive;

/**
 * Spreadsheets that Excel saved as “Strict Open XML”: the same under other names, and
 * with days written out. The library knows the usual names only.
 */
final class StrictSheets {

	private static final String WORKBOOK = "xl/workbook.xml";

	private static final int BEGINNING = 16_384;

	private static final String NAMES = "http://purl.oclc.org/ooxml/";

	private static final Pattern DAY = Pattern
		.compile("(<c\\b[^>]*?\\bt=\")d(\"[^>]*>\\s*<v>[0-9-]+)(?:T00:00:00(?:\\.0+)?)?");

	private static final Pattern MOMENT = Pattern.compile("(<c\\b[^>]*?\\bt=\")d\"");

	private StrictSheets() {
	}

	/** The file under its usual names; the file itself where it has them. */
	static byte[] asUsual(byte[] file, SafeArchive.Limits limits) throws IOException {
		try (SafeArchive archive = SafeArchive.open(file, limits)) {
			String workbook = new String(archive.beginning(WORKBOOK, BEGINNING), StandardCharsets.UTF_8);
			return workbook.contains(NAMES) ? renamed(archive) : file;
		}
	}

	private static byte[] renamed(SafeArchive archive) throws IOException {
		ByteArrayOutputStream usual = new ByteArrayOutputStream();
		try (ZipOutputStream copy = new ZipOutputStream(usual)) {
			archive.each((name, content) -> {
				copy.putNextEntry(new ZipEntry(name));
				if (name.endsWith(".xml") || name.endsWith(".rels")) {
					String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
					copy.write(renamed(text).getBytes(StandardCharsets.UTF_8));
				}
				copy.closeEntry();
			});
		}
		return usual.toByteArray();
	}

	private static String renamed(String text) {
		String usual = text
			.replace(NAMES + "spreadsheetml/main", "http://schemas.openxmlformats.org/spreadsheetml/2006/main")
			.replace(NAMES + "officeDocument/relationships",
					"http://schemas.openxmlformats.org/officeDocument/2006/relationships");
		return MOMENT.matcher(DAY.matcher(usual).replaceAll("$1str$2")).replaceAll("$1str\"");
	}

}
