package org.calltolocalaction.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.TestAssertion.Status;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Reads a PDF as somebody does who got it: with another's eyes than those that made it,
 * as far as it has to keep a standard.
 */
public final class PaperReader {

	private final byte[] pdf;

	private PaperReader(byte[] pdf) {
		this.pdf = pdf;
	}

	public static PaperReader of(byte[] pdf) {
		return new PaperReader(pdf);
	}

	/** Its words, with each run of spaces and breaks as one space. */
	public String text() throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFTextStripper().getText(document).replaceAll("[\\s\\u00a0]+", " ");
		}
	}

	/** The words of each page. */
	public List<String> pages() throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			PDFTextStripper stripper = new PDFTextStripper();
			List<String> pages = new ArrayList<>();
			for (int page = 1; page <= document.getNumberOfPages(); page++) {
				stripper.setStartPage(page);
				stripper.setEndPage(page);
				pages.add(stripper.getText(document).replaceAll("[\\s\\u00a0]+", " "));
			}
			return pages;
		}
	}

	public String title() throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return document.getDocumentInformation().getTitle();
		}
	}

	public String language() throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return document.getDocumentCatalog().getLanguage();
		}
	}

	/** The files inside, each by its name. */
	public Map<String, byte[]> enclosed() throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			Map<String, byte[]> enclosed = new LinkedHashMap<>();
			if (document.getDocumentCatalog().getNames() != null) {
				for (PDComplexFileSpecification file : document.getDocumentCatalog()
					.getNames()
					.getEmbeddedFiles()
					.getNames()
					.values()) {
					enclosed.put(file.getFileUnicode(), file.getEmbeddedFile().toByteArray());
				}
			}
			return enclosed;
		}
	}

	/** How many pictures its pages show. */
	public int pictures() throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			int pictures = 0;
			for (PDPage page : document.getPages()) {
				PDResources resources = page.getResources();
				for (COSName name : resources.getXObjectNames()) {
					pictures += resources.isImageXObject(name) ? 1 : 0;
				}
			}
			return pictures;
		}
	}

	/** Every letter can be shown on any computer. */
	public PaperReader hasItsFontsInside() throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			for (PDPage page : document.getPages()) {
				for (COSName name : page.getResources().getFontNames()) {
					PDFont font = page.getResources().getFont(name);
					assertThat(font.isEmbedded()).as(font.getName()).isTrue();
					assertThat(font.getName()).as("only the letters that are used").matches("[A-Z]{6}\\+DejaVu.*");
				}
			}
		}
		return this;
	}

	/** It can be read aloud, and kept for ever. */
	public PaperReader keepsTheStandards() throws VeraPDFException, IOException {
		VeraGreenfieldFoundryProvider.initialise();
		for (PDFAFlavour standard : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A)) {
			try (PDFAParser parser = Foundries.defaultInstance()
				.createParser(new ByteArrayInputStream(pdf), standard)) {
				ValidationResult result = Foundries.defaultInstance().createValidator(standard, false).validate(parser);
				TreeSet<String> broken = new TreeSet<>();
				for (TestAssertion rule : result.getTestAssertions()) {
					if (rule.getStatus() == Status.FAILED) {
						broken.add(rule.getRuleId().getClause() + " " + rule.getMessage());
					}
				}
				assertThat(broken).as(standard.toString()).isEmpty();
				assertThat(result.isCompliant()).as(standard.toString()).isTrue();
			}
		}
		return this;
	}

}
