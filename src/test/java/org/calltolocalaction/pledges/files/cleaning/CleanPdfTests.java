package org.calltolocalaction.pledges.files.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.calltolocalaction.pledges.files.cleaning.CannotBeCleaned.Why;
import org.calltolocalaction.pledges.files.cleaning.FileCleaner.Outcome;
import org.calltolocalaction.testing.Costs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A PDF is kept without what it tells about those who wrote it, and does nothing. */
class CleanPdfTests {

	private static final String SCRIPT = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>";

	@TempDir
	private Path folder;

	@Test
	void names_programs_and_times_are_left_out_and_the_pages_are_as_they_were() throws Exception {
		byte[] letter = letter();
		assertThat(text(letter)).contains("Ana P");

		byte[] clean = clean(letter);

		assertThat(text(clean)).doesNotContain("Ana P", "Writer 1.0", "XMP", "D:20260102");
		try (PDDocument before = Loader.loadPDF(letter); PDDocument after = Loader.loadPDF(clean)) {
			assertThat(after.getDocumentInformation().getTitle()).isEqualTo("Our plan");
			assertThat(after.getDocumentInformation().getMetadataKeys()).containsExactly("Title");
			assertThat(after.getPage(0).getAnnotations().get(0).getContents()).isEqualTo("What a good plan");
			assertThat(new PDFTextStripper().getText(after)).isEqualTo(new PDFTextStripper().getText(before))
				.contains("We pledge");
			assertThat(dots(after)).isEqualTo(dots(before));
		}
	}

	@Test
	void photographs_in_a_document_are_cleaned_too() throws Exception {
		byte[] photograph = Files.readAllBytes(Path.of("src/test/resources/files/photo-with-place.jpg"));
		byte[] document = made(page -> {
		}, photograph);
		assertThat(text(document)).contains("Phone X 12");

		byte[] clean = clean(document);

		assertThat(text(clean)).doesNotContain("Phone X 12", "Exif");
		try (PDDocument before = Loader.loadPDF(document); PDDocument after = Loader.loadPDF(clean)) {
			assertThat(dots(after)).isEqualTo(dots(before));
		}
	}

	@Test
	void earlier_versions_of_a_document_do_not_stay_in_it() throws Exception {
		byte[] letter = letter();
		ByteArrayOutputStream changed = new ByteArrayOutputStream();
		try (PDDocument document = Loader.loadPDF(letter)) {
			document.getDocumentInformation().setAuthor("Somebody else");
			document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
			document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
			document.saveIncremental(changed);
		}
		assertThat(text(changed.toByteArray())).contains("Ana P", "Somebody else");

		assertThat(text(clean(changed.toByteArray()))).doesNotContain("Ana P", "Somebody else");
	}

	@Test
	void the_same_document_becomes_the_same_copy_and_that_does_not_change_any_more() throws Exception {
		byte[] clean = clean(letter());

		assertThat(clean(letter())).isEqualTo(clean);
		assertThat(text(clean(clean))).doesNotContain("Ana P");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/OpenAction " + SCRIPT, "/OpenAction 9 0 R", "/AA << /WC " + SCRIPT + " >>",
			"/Names << /JavaScript << /Names [(a) " + SCRIPT + "] >> >>", "/OpenAction << /S /Launch /F (calc.exe) >>",
			"/OpenAction << /S /URI /URI (https://evil.example) >>",
			"/OpenAction << /S /SubmitForm /F (https://evil.example) >>", "/AcroForm << /Fields [] /XFA [] >>",
			"/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a.exe) /EF << /F 9 0 R >> >>] >> >>",
			"/Outlines << /First << /Title (a) /A << /S /Launch /F (calc.exe) >> >> >>",
			"/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next " + SCRIPT + " >>",
			"/OpenAction << /S /Java#53cript /JS (1) >>" })
	void a_document_that_runs_something_or_has_other_files_in_it_is_not_taken(String what) {
		assertNotTaken(document(what), Why.ACTIVE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/OpenAction [3 0 R /Fit]", "/OpenAction << /S /GoTo /D [3 0 R /Fit] >>",
			"/Names << /JavaScript << /Names [] >> >>", "/PageMode /UseOutlines",
			"/Outlines << /First << /Title (a) /A << /S /URI /URI (https://www.example.org) >> >> >>" })
	void a_document_that_only_leads_to_a_page_is_taken(String what) throws IOException {
		assertThat(clean(document(what))).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "secret" })
	void a_document_that_is_locked_is_not_taken(String password) throws Exception {
		ByteArrayOutputStream locked = new ByteArrayOutputStream();
		try (PDDocument document = Loader.loadPDF(letter())) {
			document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
			document.save(locked);
		}

		assertNotTaken(locked.toByteArray(), Why.LOCKED);
	}

	@Test
	void a_document_that_somebody_signed_is_left_as_it_is_unless_it_runs_something() throws Exception {
		ByteArrayOutputStream signed = new ByteArrayOutputStream();
		try (PDDocument document = Loader.loadPDF(letter())) {
			PDSignature signature = new PDSignature();
			signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
			signature.setName("Ana P\u00e9rez");
			signature.setSignDate(Calendar.getInstance());
			document.addSignature(signature, content -> new byte[] { 1, 2, 3 });
			document.saveIncremental(signed);
		}
		ByteArrayOutputStream nothing = new ByteArrayOutputStream();

		assertThat(new CleanPdf().clean(file(signed.toByteArray()), nothing)).isEqualTo(Outcome.SIGNED);
		assertThat(nothing.size()).isZero();
		assertNotTaken(document(
				"/Perms << /DocMDP << /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >> >> /OpenAction " + SCRIPT),
				Why.ACTIVE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "%PDF-1.7 and nothing more",
			"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj trailer << /Root 1 0 R >>",
			"%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 1 0 R >> endobj trailer << /Root 1 0 R >>" })
	void a_document_without_pages_is_damaged(String content) {
		assertNotTaken(content.getBytes(StandardCharsets.ISO_8859_1), Why.DAMAGED);
	}

	@Test
	void a_document_of_boxes_in_boxes_is_damaged_and_ends() {
		String boxes = "[".repeat(200_000) + "]".repeat(200_000);

		assertNotTaken(document("/Boxes " + boxes), Why.DAMAGED);
	}

	@Test
	void a_document_that_unpacks_to_far_more_than_it_is_is_not_taken() throws Exception {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (OutputStream deflated = new DeflaterOutputStream(packed)) {
			byte[] nothing = new byte[1024 * 1024];
			for (int piece = 0; piece < 200; piece++) {
				deflated.write(nothing);
			}
		}
		ByteArrayOutputStream document = new ByteArrayOutputStream();
		document.writeBytes("""
				%%PDF-1.7
				1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
				2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj
				5 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >> stream
				""".formatted(packed.size()).getBytes(StandardCharsets.US_ASCII));
		document.writeBytes(packed.toByteArray());
		document.writeBytes("\nendstream endobj\ntrailer << /Root 1 0 R >>\n".getBytes(StandardCharsets.US_ASCII));

		Costs.within(32, 5, () -> {
			assertNotTaken(document.toByteArray(), Why.EXCESSIVE);
			return "";
		});
		assertNotTaken("%PDF-1.7\n5 0 obj << /Type /Obj#53tm /Filter [/ASCIIHexDecode /FlateDecode] >> stream\n00"
			.getBytes(StandardCharsets.US_ASCII), Why.EXCESSIVE);
	}

	private interface Drawing {

		void on(PDPageContentStream page) throws IOException;

	}

	private static byte[] letter() throws IOException {
		return made(page -> {
			page.beginText();
			page.setFont(new PDType1Font(FontName.HELVETICA), 12);
			page.newLineAtOffset(50, 700);
			page.showText("We pledge");
			page.endText();
		}, null);
	}

	private static byte[] made(Drawing drawing, byte @Nullable [] photograph) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (PDDocument document = new PDDocument()) {
			PDPage page = new PDPage(PDRectangle.A6);
			document.addPage(page);
			try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.OVERWRITE, false)) {
				drawing.on(content);
				if (photograph != null) {
					content.drawImage(PDImageXObject.createFromByteArray(document, photograph, "photograph"), 0, 0, 200,
							100);
				}
			}
			PDDocumentInformation told = document.getDocumentInformation();
			told.setTitle("Our plan");
			told.setAuthor("Ana Perez");
			told.setCreator("Writer 1.0");
			told.setProducer("Writer 1.0");
			told.setKeywords("Ana Perez");
			Calendar time = Calendar.getInstance();
			time.set(2026, Calendar.JANUARY, 2);
			told.setCreationDate(time);
			told.setCustomMetadataValue("Owner", "Ana Perez");
			PDMetadata metadata = new PDMetadata(document);
			metadata.importXMPMetadata("<x>XMP by Ana Perez</x>".getBytes(StandardCharsets.UTF_8));
			document.getDocumentCatalog().setMetadata(metadata);
			page.setMetadata(metadata);
			COSDictionary ofAProgram = new COSDictionary();
			ofAProgram.setString("User", "Ana Perez");
			page.getCOSObject().setItem(COSName.getPDFName("PieceInfo"), ofAProgram);
			PDAnnotationText note = new PDAnnotationText();
			note.setRectangle(new PDRectangle(10, 10, 20, 20));
			note.setContents("What a good plan");
			note.setTitlePopup("Ana Perez");
			page.getAnnotations().add(note);
			page.setAnnotations(page.getAnnotations());
			document.setDocumentId(1L);
			document.save(bytes, CompressParameters.NO_COMPRESSION);
		}
		return bytes.toByteArray();
	}

	private static byte[] document(String inCatalog) {
		return """
				%%PDF-1.7
				1 0 obj << /Type /Catalog /Pages 2 0 R %s >> endobj
				2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
				3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj
				9 0 obj %s endobj
				trailer << /Root 1 0 R >>
				%%%%EOF
				""".formatted(inCatalog, SCRIPT).getBytes(StandardCharsets.ISO_8859_1);
	}

	private byte[] clean(byte[] document) throws IOException {
		ByteArrayOutputStream clean = new ByteArrayOutputStream();
		assertThat(new CleanPdf().clean(file(document), clean)).isEqualTo(Outcome.CLEANED);
		return clean.toByteArray();
	}

	private void assertNotTaken(byte[] document, Why why) {
		assertThatThrownBy(() -> new CleanPdf().clean(file(document), OutputStream.nullOutputStream()))
			.isInstanceOfSatisfying(CannotBeCleaned.class, told -> assertThat(told.why()).isEqualTo(why));
	}

	private Path file(byte[] document) throws IOException {
		return Files.write(folder.resolve("document.pdf"), document);
	}

	/** All that stands in the file, unpacked. */
	private String text(byte[] document) throws IOException {
		ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
		unpacked.writeBytes(document);
		try (PDDocument open = Loader.loadPDF(document)) {
			open.setAllSecurityToBeRemoved(true);
			ByteArrayOutputStream plain = new ByteArrayOutputStream();
			open.setDocumentId(1L);
			open.save(plain, CompressParameters.NO_COMPRESSION);
			unpacked.writeBytes(plain.toByteArray());
		}
		return unpacked.toString(StandardCharsets.ISO_8859_1);
	}

	private static int[] dots(PDDocument document) throws IOException {
		BufferedImage image = new PDFRenderer(document).renderImage(0);
		return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
	}

}
