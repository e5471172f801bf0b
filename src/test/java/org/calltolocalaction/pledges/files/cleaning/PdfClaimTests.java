package org.calltolocalaction.pledges.files.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.calltolocalaction.pledges.files.cleaning.CannotBeCleaned.Why;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A clean PDF claims what the one that was sent claimed, and its pictures are clean. */
class PdfClaimTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "<rdf:Description p:part='2' p:conformance='A' u:part='1'/>",
			"<rdf:Description><p:part>2</p:part><p:conformance>A</p:conformance><u:part>1</u:part></rdf:Description>" })
	void what_a_document_claims_is_kept_without_what_else_its_notes_tell(String claim) throws IOException {
		byte[] clean = clean(document(claim + creator(), "Our plan & more"));

		assertThat(notes(clean))
			.contains("<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>",
					"<pdfuaid:part>1</pdfuaid:part>", "<pdfaSchema:prefix>pdfuaid<", ">Our plan &amp; more<",
					"<rdf:li>es</rdf:li>")
			.doesNotContain("Ana", "CreateDate");
		assertThat(notes(clean(clean))).isEqualTo(notes(clean));
	}

	@ParameterizedTest
	@CsvSource({ "1, false", "2, true" })
	void the_oldest_kind_of_archive_knows_no_packed_objects(int part, boolean packed) throws IOException {
		byte[] clean = clean(document("<rdf:Description p:part='%d' p:conformance='B'/>".formatted(part), "Our plan"));

		assertThat(new String(clean, StandardCharsets.ISO_8859_1).contains("/ObjStm")).isEqualTo(packed);
	}

	@Test
	void the_newest_kind_of_archive_has_its_title_in_its_notes_only() throws IOException {
		byte[] clean = clean(document(
				"""
						<rdf:Description p:part='4' p:rev='2020'/><rdf:Description
						xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Our plan</rdf:li>
						<rdf:li xml:lang="es">Nuestro plan</rdf:li></rdf:Alt></dc:title></rdf:Description>""",
				null));

		assertThat(notes(clean)).contains("<pdfaid:rev>2020</pdfaid:rev>", ">Our plan<").doesNotContain("Nuestro");
		try (PDDocument document = Loader.loadPDF(clean)) {
			assertThat(document.getDocument().getTrailer().containsKey(COSName.INFO)).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "<rdf:Description p:part='Ana'/>", "<rdf:Description/>", "<not finished" })
	void a_document_that_claims_nothing_has_no_notes(String claim) throws IOException {
		try (PDDocument document = Loader.loadPDF(clean(document(claim, "Our plan")))) {
			assertThat(document.getDocumentCatalog().getMetadata()).isNull();
		}
	}

	@Test
	void a_jpeg_2000_has_no_notes() throws IOException {
		byte[] codes = bytes("\u00ff\u004f\u00ff\u0051\0\4..\u00ff\u0064\0\7\0\1Ana\u00ff\u0090\0\4..picture");
		byte[] kept = bytes("\u00ff\u004f\u00ff\u0051\0\4..\u00ff\u0090\0\4..picture");
		byte[] start = box("jP  ", bytes("\r\n\u0087\n"));
		byte[] size = box("ihdr", bytes("12345678901234"));

		CleanJpeg2000 cleaner = new CleanJpeg2000();

		assertThat(cleaner.clean(codes)).isEqualTo(kept);
		assertThat(cleaner.clean(joined(start, box("ftyp", bytes("jp2 ")),
				box("jp2h", joined(size, box("uuid", bytes("Ana")))), box("uuid", bytes("Ana")),
				box("xml ", bytes("<Ana/>")), box("jp2c", codes), box("uuid", bytes("Ana")))))
			.isEqualTo(joined(start, box("ftyp", bytes("jp2 ")), box("jp2h", size), box("jp2c", kept)));
		assertThatThrownBy(() -> cleaner.clean(joined(start, bytes("\0\0\u00ff\u00ffjp2c"))))
			.isInstanceOfSatisfying(CannotBeCleaned.class, told -> assertThat(told.why()).isEqualTo(Why.DAMAGED));
	}

	@Test
	void a_photograph_that_is_packed_once_more_is_cleaned_too() throws IOException {
		byte[] photograph = Files.readAllBytes(Path.of("src/test/resources/files/photo-with-place.jpg"));
		COSStream stream = new COSStream();
		try (OutputStream raw = stream.createRawOutputStream(); OutputStream packed = new DeflaterOutputStream(raw)) {
			packed.write(photograph);
		}
		COSArray filters = new COSArray();
		filters.add(COSName.FLATE_DECODE);
		filters.add(COSName.DCT_DECODE);
		stream.setItem(COSName.FILTER, filters);

		PdfPictures.clean(stream);

		assertThat(stream.getFilters()).isEqualTo(COSName.DCT_DECODE);
		assertThat(stream.createRawInputStream().readAllBytes()).isEqualTo(new CleanJpeg().clean(photograph));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/S /Rendition /JS (x)", "/Subtype /Movie /Rect [0 0 9 9]", "/Subtype /3D /Rect [0 0 9 9]",
			"/Subtype /Screen /Rect [0 0 9 9]", "/Subtype /FileAttachment /Rect [0 0 9 9]" })
	void films_and_models_and_hidden_scripts_are_not_taken(String what) throws IOException {
		byte[] document = """
				%%PDF-1.7
				1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
				2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
				3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [<< %s >>] >> endobj
				trailer << /Root 1 0 R >>
				%%%%EOF
				""".formatted(what).getBytes(StandardCharsets.ISO_8859_1);

		assertThatThrownBy(() -> clean(document)).isInstanceOfSatisfying(CannotBeCleaned.class,
				told -> assertThat(told.why()).isEqualTo(Why.ACTIVE));
	}

	@Test
	void a_form_that_a_program_signed_so_that_it_can_be_filled_in_is_cleaned() throws IOException {
		byte[] document = """
				%PDF-1.7
				1 0 obj << /Type /Catalog /Pages 2 0 R /Perms << /UR3 4 0 R >> >> endobj
				2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
				3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj
				4 0 obj << /Type /Sig /ByteRange [0 1 2 3] /Contents <00> /Name (Ana) >> endobj
				trailer << /Root 1 0 R >>
				%%EOF
				""".getBytes(StandardCharsets.ISO_8859_1);

		assertThat(new String(clean(document), StandardCharsets.ISO_8859_1)).startsWith("%PDF")
			.doesNotContain("UR3", "Ana");
	}

	private static String creator() {
		return """
				<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
				xmp:CreateDate="2026-01-02"><dc:creator>Ana</dc:creator></rdf:Description>""";
	}

	private static byte[] document(String claim, @Nullable String title) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (PDDocument document = new PDDocument()) {
			document.addPage(new PDPage());
			document.getDocumentCatalog().setLanguage("es");
			COSDictionary info = document.getDocumentInformation().getCOSObject();
			info.setString(COSName.AUTHOR, "Ana");
			if (title != null) {
				info.setString(COSName.TITLE, title);
			}
			PDMetadata metadata = new PDMetadata(document);
			metadata.importXMPMetadata(
					"""
							<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
							xmlns:p="http://www.aiim.org/pdfa/ns/id/" xmlns:u="http://www.aiim.org/pdfua/ns/id/">%s</rdf:RDF></x:xmpmeta>"""
						.formatted(claim)
						.getBytes(StandardCharsets.UTF_8));
			document.getDocumentCatalog().setMetadata(metadata);
			document.save(bytes, CompressParameters.NO_COMPRESSION);
		}
		return bytes.toByteArray();
	}

	private static String notes(byte[] document) throws IOException {
		try (PDDocument open = Loader.loadPDF(document)) {
			return new String(open.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
		}
	}

	private byte[] clean(byte[] document) throws IOException {
		ByteArrayOutputStream clean = new ByteArrayOutputStream();
		new CleanPdf().clean(Files.write(folder.resolve("document.pdf"), document), clean);
		return clean.toByteArray();
	}

	private static byte[] box(String name, byte[] content) {
		return joined(ByteBuffer.allocate(4).putInt(content.length + 8).array(), bytes(name), content);
	}

	private static byte[] joined(byte[]... parts) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			all.writeBytes(part);
		}
		return all.toByteArray();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

}
