package org.calltolocalaction.pledges.files.cleaning;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.calltolocalaction.pledges.files.cleaning.CannotBeCleaned.Why;

/**
 * Copies a PDF without what it tells about those who wrote it, with clean copies of its
 * photographs, and without the earlier versions of itself that programs leave in it.
 */
public final class CleanPdf implements FileCleaner {

	private final boolean carriesFiles;

	/** What carries files is refused: nobody looks into them. */
	public CleanPdf() {
		this(false);
	}

	private CleanPdf(boolean carriesFiles) {
		this.carriesFiles = carriesFiles;
	}

	/** Also takes what carries files, as a pledge on paper does. */
	public static CleanPdf withFiles() {
		return new CleanPdf(true);
	}

	@Override
	public Outcome clean(Path file, OutputStream out) throws IOException {
		byte[] content = Files.readAllBytes(file);
		PdfStreams.require(content);
		try (PDDocument document = Loader.loadPDF(file.toFile(), "", null, null,
				IOUtils.createTempFileOnlyStreamCache())) {
			if (document.isEncrypted()) {
				throw new CannotBeCleaned(Why.LOCKED, "A PDF is encrypted");
			}
			if (document.getNumberOfPages() == 0) {
				throw new CannotBeCleaned(Why.DAMAGED, "A PDF has no pages");
			}
			PdfClaim claim = PdfClaim.of(document.getDocumentCatalog());
			if (new PdfObjects(document.getDocument().getTrailer(), carriesFiles).clean() == Outcome.SIGNED) {
				return Outcome.SIGNED;
			}
			document.getDocument().getTrailer().removeItem(COSName.ID);
			document.setDocumentId(sum(content));
			claim.repeat(document);
			document.save(out, claim.allowsPackedObjects() ? CompressParameters.DEFAULT_COMPRESSION
					: CompressParameters.NO_COMPRESSION);
			return Outcome.CLEANED;
		}
		catch (CannotBeCleaned told) {
			throw told;
		}
		catch (InvalidPasswordException locked) {
			throw new CannotBeCleaned(Why.LOCKED, "A PDF wants a password");
		}
		catch (IOException | RuntimeException | StackOverflowError broken) {
			throw new CannotBeCleaned(Why.DAMAGED, "A PDF cannot be read: " + broken);
		}
	}

	/**
	 * So that the same file becomes the same copy: else the time would go into its id.
	 */
	private static long sum(byte[] content) {
		CRC32 sum = new CRC32();
		sum.update(content);
		return sum.getValue();
	}

}
