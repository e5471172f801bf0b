package org.calltolocalaction.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that somebody makes in order to keep a desk busy, made when a test wants one. */
public final class HostileFiles {

	private static final byte[] MEGABYTE = new byte[1024 * 1024];

	private static final String TYPES = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
			+ "<Override PartName=\"/xl/workbook.xml\" "
			+ "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
			+ "<Override PartName=\"/xl/sharedStrings.xml\" "
			+ "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>";

	private static final String WORKBOOK = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
			+ "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
			+ "<sheets><sheet name=\"Sheet\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";

	private static final String RELATIONS = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
			+ "<Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>";

	private static final String NAMESPACE = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

	private HostileFiles() {
	}

	/** A spreadsheet that holds these rows, as XML, and these shared texts. */
	public static byte[] spreadsheet(String rows, String sharedTexts) {
		return spreadsheetOf("<worksheet " + NAMESPACE + "><sheetData>" + rows + "</sheetData></worksheet>",
				"<sst " + NAMESPACE + ">" + sharedTexts + "</sst>");
	}

	/** A spreadsheet whose sheet and shared texts are these documents. */
	public static byte[] spreadsheetOf(String sheet, String sharedTexts) {
		return zip(archive -> {
			entry(archive, "[Content_Types].xml", TYPES);
			entry(archive, "xl/workbook.xml", WORKBOOK);
			entry(archive, "xl/_rels/workbook.xml.rels", RELATIONS);
			entry(archive, "xl/sharedStrings.xml", sharedTexts);
			entry(archive, "xl/worksheets/sheet1.xml", sheet);
		});
	}

	/**
	 * Entities that name each other: a few hundred letters that stand for a thousand
	 * million.
	 */
	public static String laughs() {
		StringBuilder document = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE worksheet [<!ENTITY l0 \"lol\">");
		for (int level = 1; level < 10; level++) {
			document.append("<!ENTITY l%d \"%s\">".formatted(level, "&l%d;".formatted(level - 1).repeat(10)));
		}
		return document + "]><worksheet " + NAMESPACE
				+ "><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&l9;</t></is></c></row></sheetData></worksheet>";
	}

	/**
	 * An archive with these parts and one that unpacks to a thousand times of what it is.
	 */
	public static byte[] bomb(Map<String, String> parts, int megabytes) {
		return zip(archive -> {
			for (Map.Entry<String, String> part : parts.entrySet()) {
				entry(archive, part.getKey(), part.getValue());
			}
			archive.putNextEntry(new ZipEntry("word/media/picture.xml"));
			for (int megabyte = 0; megabyte < megabytes; megabyte++) {
				archive.write(MEGABYTE);
			}
		});
	}

	/** An archive with these parts and so many that are empty. */
	public static byte[] crowded(Map<String, String> parts, int entries) {
		return zip(archive -> {
			for (Map.Entry<String, String> part : parts.entrySet()) {
				entry(archive, part.getKey(), part.getValue());
			}
			for (int number = 0; number < entries; number++) {
				archive.putNextEntry(new ZipEntry(Integer.toString(number, 36)));
			}
		});
	}

	/** The same archive, whose directory says that it has one entry. */
	public static byte[] lyingAboutItsCount(byte[] archive) {
		byte[] lying = archive.clone();
		ByteBuffer end = ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN);
		end.putShort(lying.length - 22 + 8, (short) 1).putShort(lying.length - 22 + 10, (short) 1);
		return lying;
	}

	/** The same archive, in which one name stands for another of as many letters. */
	public static byte[] renamed(byte[] archive, String name, String other) {
		byte[] from = name.getBytes(StandardCharsets.ISO_8859_1);
		byte[] to = other.getBytes(StandardCharsets.ISO_8859_1);
		byte[] renamed = archive.clone();
		for (int at = 0; at + from.length <= renamed.length; at++) {
			if (Arrays.equals(renamed, at, at + from.length, from, 0, from.length)) {
				System.arraycopy(to, 0, renamed, at, to.length);
			}
		}
		return renamed;
	}

	/**
	 * An archive of two entries whose directory says of the second that its data are
	 * those of the first.
	 */
	public static byte[] overlapping() {
		byte[] archive = zip(entries -> {
			entry(entries, "a.xml", "<a>" + "a".repeat(500) + "</a>");
			entry(entries, "b.xml", "<b>" + "b".repeat(500) + "</b>");
		});
		ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
		int directory = bytes.getInt(archive.length - 22 + 16);
		int second = directory + 46 + 5;
		while (bytes.getInt(second) != 0x02014b50) {
			second++;
		}
		bytes.putInt(second + 42, 0);
		return archive;
	}

	/** An archive in an archive, and so on. */
	public static byte[] nested(int levels) {
		byte[] inner = "<x/>".getBytes(StandardCharsets.UTF_8);
		for (int level = 0; level < levels; level++) {
			byte[] content = inner;
			inner = zip(archive -> {
				archive.putNextEntry(new ZipEntry("inner.zip"));
				archive.write(content);
			});
		}
		return inner;
	}

	/** An archive of these parts. */
	public static byte[] archive(Map<String, String> parts) {
		return zip(archive -> {
			for (Map.Entry<String, String> part : parts.entrySet()) {
				entry(archive, part.getKey(), part.getValue());
			}
		});
	}

	private interface Content {

		void writeTo(ZipOutputStream archive) throws IOException;

	}

	private static void entry(ZipOutputStream archive, String name, String content) throws IOException {
		archive.putNextEntry(new ZipEntry(name));
		archive.write(content.getBytes(StandardCharsets.UTF_8));
		archive.closeEntry();
	}

	private static byte[] zip(Content content) {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try (ZipOutputStream archive = new ZipOutputStream(file)) {
			content.writeTo(archive);
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return file.toByteArray();
	}

}
