package org.calltolocalaction.kernel.paper;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Whether something is printed where paper is to stay white. */
final class Margins {

	private static final int DPI = 50;

	private static final double MILLIMETRE = DPI / 25.4;

	private static final int WHITE = 0xffffff;

	private Margins() {
	}

	/** On the right or the left of any page. */
	static boolean reached(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			for (int page = 0; page < document.getNumberOfPages(); page++) {
				BufferedImage seen = new PDFRenderer(document).renderImageWithDPI(page, DPI);
				int margin = (int) (18 * MILLIMETRE);
				for (int y = 0; y < seen.getHeight(); y++) {
					for (int x = 0; x < margin; x++) {
						if ((seen.getRGB(x, y) & WHITE) != WHITE
								|| (seen.getRGB(seen.getWidth() - 1 - x, y) & WHITE) != WHITE) {
							return true;
						}
					}
				}
			}
			return false;
		}
	}

}
