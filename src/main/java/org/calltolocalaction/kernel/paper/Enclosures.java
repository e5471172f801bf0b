package org.calltolocalaction.kernel.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * Puts files into a document as PDF/A-3 wants them: listed by name, with type and date,
 * and said to belong to it.
 */
final class Enclosures {

	private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");

	private static final COSName ASSOCIATED = COSName.getPDFName("AF");

	private static final String BESIDE_IT = "Supplement";

	private Enclosures() {
	}

	static void into(PDDocument document, List<Enclosure> enclosures, Instant at) throws IOException {
		if (enclosures.isEmpty()) {
			return;
		}
		Calendar when = GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
		Map<String, PDComplexFileSpecification> named = new TreeMap<>();
		COSArray associated = new COSArray();
		for (Enclosure enclosure : enclosures) {
			PDComplexFileSpecification file = file(document, enclosure, when);
			// Names of a tree are unique and sorted; what is shown is the name in the
			// file.
			named.put("%03d %s".formatted(named.size() + 1, enclosure.name()), file);
			associated.add(file);
		}
		PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
		tree.setNames(named);
		PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
		names.setEmbeddedFiles(tree);
		document.getDocumentCatalog().setNames(names);
		document.getDocumentCatalog().getCOSObject().setItem(ASSOCIATED, associated);
		// Most readers show that there are files only where the document asks for it.
		document.getDocumentCatalog().setPageMode(PageMode.USE_ATTACHMENTS);
	}

	private static PDComplexFileSpecification file(PDDocument document, Enclosure enclosure, Calendar when)
			throws IOException {
		PDEmbeddedFile content = new PDEmbeddedFile(document);
		long size;
		try (CountedOutput out = new CountedOutput(content.createOutputStream(COSName.FLATE_DECODE))) {
			enclosure.content().writeTo(out);
			size = out.written;
		}
		content.setSubtype(enclosure.type());
		content.setSize(Math.toIntExact(size));
		content.setCreationDate(when);
		content.setModDate(when);
		PDComplexFileSpecification file = new PDComplexFileSpecification();
		file.setFile(enclosure.name());
		file.setFileUnicode(enclosure.name());
		file.setFileDescription(enclosure.description());
		file.setEmbeddedFile(content);
		file.setEmbeddedFileUnicode(content);
		file.getCOSObject().setName(RELATIONSHIP, BESIDE_IT);
		return file;
	}

	private static final class CountedOutput extends OutputStream {

		private final OutputStream out;

		private long written;

		private CountedOutput(OutputStream out) {
			this.out = out;
		}

		@Override
		public void write(int octet) throws IOException {
			out.write(octet);
			written++;
		}

		@Override
		public void write(byte[] octets, int from, int length) throws IOException {
			out.write(octets, from, length);
			written += length;
		}

		@Override
		public void close() throws IOException {
			out.close();
		}

	}

}
