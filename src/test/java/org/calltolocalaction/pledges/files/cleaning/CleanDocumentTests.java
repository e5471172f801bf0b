package org.calltolocalaction.pledges.files.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.calltolocalaction.pledges.files.cleaning.CannotBeCleaned.Why;
import org.calltolocalaction.pledges.files.cleaning.FileCleaner.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text document is kept without what it tells about those who wrote it. */
class CleanDocumentTests {

	private static final CleanJpeg JPEG = new CleanJpeg();

	private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

	private static final String OPEN = """
			xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
			xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
			xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
			xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0\"""";

	@TempDir
	private Path folder;

	private final ByteArrayOutputStream written = new ByteArrayOutputStream();

	@Test
	void the_properties_of_a_document_of_word_are_left_out_but_for_its_title() throws IOException {
		Map<String, String> clean = clean(Map.of("docProps/core.xml",
				"""
						<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
						<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
						xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Our plan &amp; more</dc:title><dc:creator>Ana P\u00e9rez</dc:creator>
						<cp:lastModifiedBy>Ana P\u00e9rez</cp:lastModifiedBy><cp:revision>7</cp:revision></cp:coreProperties>""",
				"docProps/app.xml",
				"""
						<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">
						<Template>C:\\Users\\ana\\Letter.dotx</Template><Company>Ana &amp; Co</Company><Manager>Ana</Manager></Properties>""",
				"docProps/custom.xml",
				"""
						<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
						xmlns:vt="urn:vt"><property fmtid="{1}" pid="2" name="Owner"><vt:lpwstr>Ana</vt:lpwstr></property></Properties>""",
				"customXml/item1.xml",
				"""
						<p:properties xmlns:p="http://schemas.microsoft.com/office/2006/metadata/properties"><documentManagement>
						<Owner><UserInfo>Ana</UserInfo></Owner></documentManagement></p:properties>"""));

		assertThat(clean.get("docProps/core.xml")).contains("<dc:title>Our plan &amp; more</dc:title>");
		assertThat(clean.values()).noneMatch(part -> part.contains("Ana") || part.contains("ana"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "word/document.xml", "word/comments.xml", "word/footnotes.xml", "word/header1.xml" })
	void who_wrote_comments_and_changes_is_left_out_and_what_they_wrote_is_kept(String part) throws IOException {
		String content = """
				<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
				<w:document xmlns:w="%s" xmlns:r="urn:r"><w:ins w:id="1" w:author="Ana P\u00e9rez" w:date="2026-01-02T03:04:05Z"><w:r>
				<w:t xml:space="preserve"> Ana says &lt;hello&gt; &amp; \u201cgoodbye\u201d ]]&gt; </w:t></w:r></w:ins><w:comment w:id="2" w:author="Ana"
				w:initials="AP"/></w:document>"""
			.formatted(W);

		String clean = clean(Map.of(part, content)).get(part);

		assertThat(clean).doesNotContain("P\u00e9rez", "\"AP\"", "author=\"Ana")
			.contains("w:author=\"Author\"", "w:id=\"2\"", "xml:space=\"preserve\"",
					"> Ana says &lt;hello> &amp; \u201cgoodbye\u201d ]&#x5d;> </w:t>", "standalone='yes'");
	}

	@Test
	void who_took_part_and_where_the_template_stood_is_left_out() throws IOException {
		Map<String, String> clean = clean(Map.of("word/people.xml",
				"""
						<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="Ana">
						<w15:presenceInfo w15:providerId="AD" w15:userId="ana@example.org"/></w15:person></w15:people>""",
				"word/settings.xml",
				"""
						<w:settings xmlns:w="%s" xmlns:r="urn:r"><w:zoom w:percent="100"/><w:attachedTemplate r:id="rId1"/></w:settings>"""
					.formatted(W),
				"word/_rels/settings.xml.rels",
				"""
						<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
						Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
						Target="file:///C:\\Users\\ana\\Letter.dotx" TargetMode="External"/><Relationship Id="rId2" Type="urn:x"
						Target="y"/></Relationships>"""));

		assertThat(clean.values())
			.noneMatch(part -> part.contains("Ana") || part.contains("ana") || part.contains("attachedTemplate"));
		assertThat(clean.get("word/settings.xml")).contains("w:percent=\"100\"");
		assertThat(clean.get("word/_rels/settings.xml.rels")).contains("rId2");
	}

	@Test
	void the_properties_of_an_open_document_are_left_out_but_for_its_title() throws IOException {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("content.xml",
				"""
						<office:document-content %s><office:annotation><dc:creator>Ana P\u00e9rez</dc:creator><dc:date>2026-01-02</dc:date>
						<meta:creator-initials>AP</meta:creator-initials><text:p>Ana says this</text:p></office:annotation>
						<office:change-info><dc:creator>Ana P\u00e9rez</dc:creator></office:change-info></office:document-content>"""
					.formatted(OPEN));
		parts.put("mimetype", "application/vnd.oasis.opendocument.text");
		parts.put("meta.xml",
				"""
						<office:document-meta %s><office:meta><dc:title>Our plan</dc:title><meta:initial-creator>Ana</meta:initial-creator>
						<dc:creator>Ana</dc:creator><meta:printed-by>Ana</meta:printed-by><meta:user-defined meta:name="Owner">Ana
						</meta:user-defined></office:meta></office:document-meta>"""
					.formatted(OPEN));
		parts.put("settings.xml",
				"""
						<office:document-settings %s><config:config-item config:name="PrinterName">Ana's printer</config:config-item>
						<config:config-item config:name="Zoom">100</config:config-item></office:document-settings>"""
					.formatted(OPEN));

		Map<String, String> clean = clean(parts);

		assertThat(clean.keySet()).first().isEqualTo("mimetype");
		assertThat(clean.get("content.xml")).doesNotContain("P\u00e9rez", "AP").contains("Ana says this", "2026-01-02");
		assertThat(clean.get("meta.xml")).doesNotContain("Ana").contains("<dc:title>Our plan</dc:title>");
		assertThat(clean.get("settings.xml")).doesNotContain("Ana").contains("100");
		byte[] archive = written.toByteArray();
		assertThat(new String(archive, 30, 60, StandardCharsets.ISO_8859_1))
			.startsWith("mimetypeapplication/vnd.oasis.opendocument.text");
	}

	@Test
	void what_tells_nothing_is_copied_as_it_is() throws IOException {
		String plain = "<?xml version='1.0'?>\n<w:document xmlns:w='" + W
				+ "'><w:p w:rsidR='0'  /><w:t>\u00e9&#10;]]&gt;</w:t></w:document>\n";

		assertThat(clean(Map.of("word/document.xml", plain, "word/fonts/font1.odttf", "\u0001\u0002",
				"Configurations2/accelerator/current.xml", "")))
			.containsEntry("word/document.xml", plain)
			.containsEntry("word/fonts/font1.odttf", "\u0001\u0002");
	}

	@Test
	void photographs_in_a_document_are_cleaned_too() throws IOException {
		byte[] photograph = Files.readAllBytes(Path.of("src/test/resources/files/photo-with-place.jpg"));
		Path file = folder.resolve("plan.docx");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
			zip.putNextEntry(new ZipEntry("word/media/image1.bin"));
			zip.write(photograph);
			zip.closeEntry();
		}

		new CleanDocument().clean(file, written);

		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(written.toByteArray()))) {
			zip.getNextEntry();
			assertThat(zip.readAllBytes()).isEqualTo(JPEG.clean(photograph)).isNotEqualTo(photograph);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "_xmlsignatures/sig1.xml", "META-INF/documentsignatures.xml" })
	void a_document_that_somebody_signed_is_left_as_it_is(String signature) throws IOException {
		Path file = archive(Map.of("docProps/core.xml", "<coreProperties><creator>Ana</creator></coreProperties>",
				signature, "<Signature/>"));

		assertThat(new CleanDocument().clean(file, written)).isEqualTo(Outcome.SIGNED);
		assertThat(written.size()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "word/document.xml,<w", "docProps/core.xml,not even a beginning",
			"meta.xml,<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>" })
	void a_part_that_nobody_can_read_damages_the_document(String part, String content) throws IOException {
		Path file = archive(Map.of(part, content));

		assertThatThrownBy(() -> new CleanDocument().clean(file, written)).isInstanceOfSatisfying(CannotBeCleaned.class,
				told -> assertThat(told.why()).isEqualTo(Why.DAMAGED));
	}

	@Test
	void the_same_document_becomes_the_same_copy() throws IOException {
		Path file = archive(Map.of("docProps/core.xml", "<coreProperties><creator>Ana</creator></coreProperties>"));
		ByteArrayOutputStream again = new ByteArrayOutputStream();

		new CleanDocument().clean(file, written);
		new CleanDocument().clean(file, again);

		assertThat(written.toByteArray()).isEqualTo(again.toByteArray());
	}

	private Map<String, String> clean(Map<String, String> parts) throws IOException {
		assertThat(new CleanDocument().clean(archive(parts), written)).isEqualTo(Outcome.CLEANED);
		Map<String, String> clean = new LinkedHashMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(written.toByteArray()))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				clean.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		assertThat(clean).containsOnlyKeys(parts.keySet());
		return clean;
	}

	private Path archive(Map<String, String> parts) throws IOException {
		Path file = folder.resolve("plan.zip");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
			for (Map.Entry<String, String> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
				zip.closeEntry();
			}
		}
		return file;
	}

}
