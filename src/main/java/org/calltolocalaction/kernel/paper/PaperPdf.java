package org.calltolocalaction.kernel.paper;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Sets a page as a PDF that is tagged (PDF/UA-1) and can be kept for ever (PDF/A-3a). It
 * loads nothing, from nowhere: of all addresses it knows those of the pictures that it
 * was given.
 */
final class PaperPdf {

	private static final byte[] COLOURS_OF_SCREENS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

	private static final String[] ADDRESSES = { "picture", "http", "https", "file", "jar", "data", "classpath", "ftp" };

	private final Map<String, PaperPicture> pictures;

	PaperPdf(Map<String, PaperPicture> pictures) {
		this.pictures = pictures;
	}

	/** Writes the document with what is enclosed, dated to the instant. */
	void write(PaperMarkup page, PaperPage of, OutputStream out) throws IOException {
		try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
				PdfBoxRenderer renderer = renderer(page, document)) {
			renderer.createPDFKeepOpen();
			Enclosures.into(document, of.enclosures(), of.at());
			PaperFacts.of(of.title(), of.language(), of.at()).into(document);
			document.save(out);
		}
	}

	private PdfBoxRenderer renderer(PaperMarkup page, PDDocument document) {
		PdfRendererBuilder builder = new PdfRendererBuilder();
		builder.useFastMode();
		builder.usePDDocument(document);
		builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
		builder.usePdfUaAccessibility(true);
		builder.useColorProfile(COLOURS_OF_SCREENS);
		builder.withProducer(PaperFacts.PRODUCER);
		builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
		builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
		builder.defaultTextDirection(TextDirection.LTR);
		builder.useUriResolver((base, address) -> address);
		builder.useProtocolsStreamImplementation(this::given, ADDRESSES);
		builder.useExternalResourceAccessControl((address, type) -> address.startsWith(PaperPicture.SCHEME),
				ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
		builder.useExternalResourceAccessControl((address, type) -> address.startsWith(PaperPicture.SCHEME),
				ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
		PaperFonts.offer(builder);
		builder.withW3cDocument(page.asXhtml(), "");
		return builder.buildPdfRenderer();
	}

	private FSStream given(String address) {
		PaperPicture picture = pictures.get(address.substring(address.indexOf(':') + 1));
		if (!address.startsWith(PaperPicture.SCHEME) || picture == null) {
			throw new IllegalStateException("A document loads nothing, but its template named " + address);
		}
		return new FSStream() {

			@Override
			public InputStream getStream() {
				return new ByteArrayInputStream(picture.jpeg());
			}

			@Override
			public Reader getReader() {
				return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
			}

		};
	}

}
