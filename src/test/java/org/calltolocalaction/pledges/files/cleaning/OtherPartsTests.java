package org.calltolocalaction.pledges.files.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.calltolocalaction.pledges.files.cleaning.CannotBeCleaned.Why;
import org.calltolocalaction.testing.SampleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a document beside its text tells nothing either. */
class OtherPartsTests {

	private static final String IMAGE = "word/media/image1.bin";

	@TempDir
	private Path folder;

	@Test
	void a_gif_has_no_comments_and_nothing_behind_its_end() throws IOException {
		byte[] plain = SampleFiles.picture("gif");
		byte[] comment = bytes("\41\376\3Ana\0");
		byte[] notes = bytes("\41\377\13XMP DataXMP\3Ana\0");
		byte[] film = bytes("\41\377\13NETSCAPE2.0\3\1\0\0\0");
		int at = plain.length - 1;

		byte[] clean = clean(joined(Arrays.copyOf(plain, at), comment, film, notes, bytes("\73by Ana")));

		assertThat(clean).isEqualTo(joined(Arrays.copyOf(plain, at), film, bytes("\73")));
		assertThat(ImageIO.read(new ByteArrayInputStream(clean))).isNotNull();
	}

	@Test
	void a_webp_has_no_notes_and_stays_the_right_way_up() throws IOException {
		byte[] notes = joined(Arrays.copyOf(new Orientation(6).asNotes(), 26), bytes("Ana's"));
		byte[] says = { 0x0c, 0, 0, 0, 7, 0, 0, 7, 0, 0 };

		byte[] clean = clean(webp(chunk("VP8X", says), chunk("VP8 ", bytes("picture")), chunk("EXIF", notes),
				chunk("XMP ", bytes("Ana")), chunk("ANA ", bytes("Ana"))));

		assertThat(clean).isEqualTo(webp(chunk("VP8X", new byte[] { 8, 0, 0, 0, 7, 0, 0, 7, 0, 0 }),
				chunk("VP8 ", bytes("picture")), chunk("EXIF", new Orientation(6).asNotes())));
		assertThat(text(clean(webp(chunk("VP8 ", bytes("picture")), chunk("EXIF", bytes("Ana"))))))
			.doesNotContain("Ana", "EXIF");
	}

	@Test
	void a_drawing_of_windows_has_no_name_and_no_comments() throws IOException {
		byte[] emf = emf(record(70, bytes("\4\0\0\0Ana.")), record(70, bytes("\10\0\0\0EMF+draw")),
				record(43, bytes("12345678")));

		byte[] clean = clean(emf);

		assertThat(text(clean)).doesNotContain("A\0n\0a", "Ana").contains("EMF+draw", "12345678");
		ByteBuffer head = ByteBuffer.wrap(clean).order(ByteOrder.LITTLE_ENDIAN);
		assertThat(head.getInt(48)).isEqualTo(clean.length);
		assertThat(head.getInt(52)).isEqualTo(4);
		assertThat(unpacked(clean(packed(emf)))).isEqualTo(clean);
		assertThat(clean(clean)).isEqualTo(clean);
		assertNotTaken(emf(record(70, bytes("\14\0\0\0EMF+Exif\0\0.."))), Why.OTHER_PARTS);
	}

	@Test
	void an_older_drawing_of_windows_has_no_comments() throws IOException {
		byte[] head = bytes("\327\315\306\232" + "\0".repeat(18) + "\1\0\11\0\0\3" + "\0".repeat(12));
		byte[] comment = bytes("\7\0\0\0\46\6\17\0\4\0Ana.");
		byte[] line = bytes("\5\0\0\0\23\2\1\0\2\0");
		byte[] end = bytes("\3\0\0\0\0\0");

		byte[] clean = clean(joined(head, comment, line, end, bytes("by Ana")));

		assertThat(text(clean)).doesNotContain("Ana").endsWith(text(joined(line, end)));
		assertThat(ByteBuffer.wrap(clean).order(ByteOrder.LITTLE_ENDIAN).getInt(22 + 6))
			.isEqualTo((clean.length - 22) / 2);
	}

	@Test
	void a_drawing_in_svg_has_only_what_is_drawn() throws IOException {
		byte[] photograph = Files.readAllBytes(Path.of("src/test/resources/files/photo-with-place.jpg"));
		String within = "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(photograph);

		String clean = text(clean("""
				<?xml version="1.0"?><!-- by Ana --><?made by Ana?>
				<svg xmlns="http://www.w3.org/2000/svg" xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
				xmlns:xlink="http://www.w3.org/1999/xlink" s:docname="Ana.svg"><metadata><x>Ana</x></metadata>
				<s:namedview user="Ana"><s:more>Ana</s:more></s:namedview><title>Our plan</title>
				<a href="https://www.example.org/Ana"><circle r="5" fill="url(#shade)"/></a><use href="#shade"/>
				<image xlink:href="%s"/></svg>""".formatted(within).getBytes(StandardCharsets.UTF_8)));

		assertThat(clean).doesNotContain("Ana", within)
			.contains("<circle r=\"5\" fill=\"url(#shade)\"", "Our plan",
					Base64.getEncoder().encodeToString(new CleanJpeg().clean(photograph)));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "<script>alert(1)</script>, ACTIVE", "<rect onclick='alert(1)'/>, ACTIVE",
					"<image href='https://evil.example/a.png'/>, LINKED",
					"<style>@import 'https://evil.example/a.css';</style>, LINKED",
					"<rect fill='url(https://evil.example/a.svg#b)'/>, LINKED", "<use href='other.svg#a'/>, LINKED",
					"`<image href='data:image/tiff;base64,SUkqAA=='/>`, OTHER_PARTS", "<g>, DAMAGED" })
	void a_drawing_in_svg_that_does_something_is_not_taken(String what, Why why) throws IOException {
		assertNotTaken(("<svg xmlns='http://www.w3.org/2000/svg'>" + what + "</svg>").getBytes(StandardCharsets.UTF_8),
				why);
	}

	@ParameterizedTest
	@ValueSource(strings = { "II*\0\10\0\0\0", "MM\0*\0\0\0\10", "\0\0\0\40ftypisom", "\320\317\21\340\241\261\32\341",
			"ID3\3\0", "RIFF\4\0\0\0WAVE", "II\274\1", "\0\0\0\14jP  \r\n\207\n", "<html>by Ana</html>", "%PDF-1.7",
			"MIME-Version: 1.0" })
	void what_nobody_here_can_clean_is_not_taken(String beginning) throws IOException {
		assertNotTaken(bytes(beginning), Why.OTHER_PARTS);
	}

	@Test
	void a_table_behind_a_chart_is_cleaned_like_a_document() throws IOException {
		byte[] table = zip(Map.of("[Content_Types].xml", bytes("<Types/>"), "docProps/core.xml",
				bytes("<coreProperties><creator>Ana</creator></coreProperties>"), "xl/comments1.xml",
				bytes("<comments><authors><author>Ana &amp; Co</author></authors></comments>"), "xl/workbook.xml",
				bytes("""
						<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fileSharing userName="Ana"/>
						<absPath url="C:/Users/ana/"/></workbook>"""),
				"xl/persons/person.xml", bytes("""
						<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">
						<person displayName="Ana" id="{1}" userId="ana@example.org"/></personList>"""),
				"xl/worksheets/sheet1.xml",
				bytes("""
						<worksheet xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><v>42</v>
						<pageSetup r:id="rId1"/></worksheet>"""),
				"xl/printerSettings/printerSettings1.bin", bytes("Ana's printer")));

		Map<String, byte[]> clean = unzip(clean(table));

		assertThat(clean).doesNotContainKey("xl/printerSettings/printerSettings1.bin").hasSize(6);
		assertThat(clean.values()).allSatisfy(part -> assertThat(text(part)).doesNotContain("Ana", "ana", "rId1"));
		assertThat(text(clean.get("xl/comments1.xml"))).contains("<author>Author</author>");
		assertThat(text(clean.get("xl/worksheets/sheet1.xml"))).contains("<v>42</v>");
	}

	@Test
	void a_table_with_macros_or_another_document_in_it_is_not_taken() throws IOException {
		Map<String, byte[]> parts = new LinkedHashMap<>(Map.of("[Content_Types].xml", bytes("<Types/>")));
		parts.put("xl/vbaProject.bin", bytes("x"));
		assertNotTaken(zip(parts), Why.ACTIVE);

		assertNotTaken(zip(Map.of("[Content_Types].xml", bytes("<Types/>"), "xl/embeddings/a.docx",
				zip(Map.of("[Content_Types].xml", bytes("<Types/>"))))), Why.OTHER_PARTS);
		assertNotTaken(zip(Map.of("readme.txt", bytes("x"))), Why.OTHER_PARTS);
	}

	@Test
	void a_small_picture_of_the_first_page_is_left_out_with_what_leads_to_it() throws IOException {
		Map<String, byte[]> clean = unzip(
				cleanDocument(Map.of("docProps/thumbnail.jpeg", bytes("Ana"), "_rels/.rels", bytes("""
						<Relationships><Relationship Type="urn:x/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/>
						<Relationship Type="urn:x/officeDocument" Target="word/document.xml"/></Relationships>"""),
						"Thumbnails/thumbnail.png", bytes("Ana"), "META-INF/manifest.xml", bytes("""
								<m:manifest xmlns:m="urn:m"><m:file-entry m:full-path="Thumbnails/thumbnail.png"/>
								<m:file-entry m:full-path="content.xml"/></m:manifest>"""))));

		assertThat(clean).containsOnlyKeys("_rels/.rels", "META-INF/manifest.xml");
		assertThat(text(clean.get("_rels/.rels"))).contains("word/document.xml").doesNotContain("thumbnail");
		assertThat(text(clean.get("META-INF/manifest.xml"))).contains("content.xml").doesNotContain("Thumbnails");
	}

	@Test
	void folders_of_the_authors_computer_are_left_out() throws IOException {
		Map<String, byte[]> clean = unzip(cleanDocument(Map.of("word/document.xml", bytes("""
				<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><docPr
				descr="C:\\Users\\ana\\Pictures\\port.jpg"/><w:permStart w:id="1" w:ed="ana@example.org"/>
				<w:instrText>INCLUDEPICTURE "C:\\\\Users\\\\ana\\\\port.jpg" \\d</w:instrText></w:document>"""),
				"word/_rels/document.xml.rels", bytes("""
						<Relationships><Relationship Type="urn:x/image" TargetMode="External"
						Target="file:///C:\\Users\\ana\\port.jpg"/></Relationships>"""), "word/settings.xml",
				bytes("""
						<w:settings xmlns:w="urn:w"><w:zoom/><w:rsids/><w:docVars><w:docVar w:val="Ana"/></w:docVars></w:settings>"""),
				"content.xml",
				bytes("""
						<document-content xmlns:x="http://www.w3.org/1999/xlink"><a x:href="file:///home/ana/port.odt"/>
						<a x:href="../../home/ana/port.odt"/><a x:href="https://www.example.org/home/us"/></document-content>"""))));

		assertThat(clean.values()).allSatisfy(part -> assertThat(text(part)).doesNotContainIgnoringCase("ana"));
		assertThat(text(clean.get("word/document.xml"))).contains("descr=\"port.jpg\"",
				"INCLUDEPICTURE \"port.jpg\" \\d");
		assertThat(text(clean.get("word/_rels/document.xml.rels"))).contains("Target=\"port.jpg\"");
		assertThat(text(clean.get("content.xml"))).contains("\"../port.odt\"", "https://www.example.org/home/us");
		assertThat(text(clean.get("word/settings.xml"))).contains("zoom").doesNotContain("rsids");
	}

	private byte[] clean(byte[] part) throws IOException {
		return unzip(cleanDocument(Map.of(IMAGE, part))).get(IMAGE);
	}

	private byte[] cleanDocument(Map<String, byte[]> parts) throws IOException {
		Path file = Files.write(folder.resolve("plan.docx"), zip(parts));
		ByteArrayOutputStream clean = new ByteArrayOutputStream();
		new CleanDocument().clean(file, clean);
		return clean.toByteArray();
	}

	private void assertNotTaken(byte[] part, Why why) {
		assertThatThrownBy(() -> clean(part)).isInstanceOfSatisfying(CannotBeCleaned.class,
				told -> assertThat(told.why()).isEqualTo(why));
	}

	private static byte[] zip(Map<String, byte[]> parts) throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(file)) {
			for (Map.Entry<String, byte[]> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue());
				zip.closeEntry();
			}
		}
		return file.toByteArray();
	}

	private static Map<String, byte[]> unzip(byte[] file) throws IOException {
		Map<String, byte[]> parts = new LinkedHashMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				parts.put(entry.getName(), zip.readAllBytes());
			}
		}
		return parts;
	}

	private static byte[] packed(byte[] drawing) throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream pack = new GZIPOutputStream(packed)) {
			pack.write(drawing);
		}
		return packed.toByteArray();
	}

	private static byte[] unpacked(byte[] packed) throws IOException {
		return new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
	}

	/** A drawing that is called Ana. */
	private static byte[] emf(byte[]... records) {
		byte[] name = bytes("A\0n\0a\0\0\0");
		byte[] head = ByteBuffer.allocate(100 + name.length)
			.order(ByteOrder.LITTLE_ENDIAN)
			.putInt(1)
			.putInt(100 + name.length)
			.putInt(40, 0x464d4520)
			.putInt(60, 4)
			.putInt(64, 100)
			.put(100, name)
			.array();
		return joined(head, joined(records), record(14, new byte[12]));
	}

	private static byte[] record(int type, byte[] content) {
		return ByteBuffer.allocate(8 + content.length)
			.order(ByteOrder.LITTLE_ENDIAN)
			.putInt(type)
			.putInt(8 + content.length)
			.put(content)
			.array();
	}

	private static byte[] webp(byte[]... chunks) {
		byte[] all = joined(chunks);
		return joined(bytes("RIFF"),
				ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(all.length + 4).array(), bytes("WEBP"),
				all);
	}

	private static byte[] chunk(String name, byte[] content) {
		return joined(bytes(name), ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(content.length).array(),
				content, new byte[content.length % 2]);
	}

	private static byte[] joined(byte[]... parts) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		Arrays.stream(parts).forEach(all::writeBytes);
		return all.toByteArray();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.ISO_8859_1);
	}

}
