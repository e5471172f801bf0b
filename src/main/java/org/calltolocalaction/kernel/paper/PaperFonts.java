package org.calltolocalaction.kernel.paper;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The letters of documents: DejaVu, which has Latin, Greek, Cyrillic and Arabic, embedded
 * as far as they are used. What they lack is shown as a box, and never left out in
 * silence.
 */
final class PaperFonts {

	/** Stands where there is no letter to print. */
	static final String NO_LETTER = "\u25a1";

	private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

	private static final int REGULAR = 400;

	private static final int BOLD = 700;

	private static final List<Face> FACES = List.of(
			new Face("DejaVuSansCondensed.ttf", "Desk", REGULAR, FontStyle.NORMAL),
			new Face("DejaVuSansCondensed-Bold.ttf", "Desk", BOLD, FontStyle.NORMAL),
			new Face("DejaVuSansMono.ttf", "Desk Mono", REGULAR, FontStyle.NORMAL));

	private static final BitSet LETTERS = letters();

	private PaperFonts() {
	}

	private record Face(String file, String family, int weight, FontStyle style) {

		private InputStream open() {
			return Objects.requireNonNull(PaperFonts.class.getResourceAsStream(FOLDER + file),
					"The fonts are on the class path");
		}

	}

	/** Lets the styles name them. */
	static void offer(PdfRendererBuilder builder) {
		FACES.forEach(face -> builder.useFont(face::open, face.family(), face.weight(), face.style(), true));
		builder.useReplacementText(NO_LETTER);
	}

	/** Whether every letter of this can be printed. */
	static boolean have(String text) {
		return text.codePoints().allMatch(PaperFonts::have);
	}

	/** The text with a box for each letter that cannot be printed. */
	static String printable(String text) {
		if (have(text)) {
			return text;
		}
		StringBuilder printable = new StringBuilder(text.length());
		text.codePoints().forEach(letter -> {
			if (have(letter)) {
				printable.appendCodePoint(letter);
			}
			else if (!belongsToTheOneBefore(letter)) {
				printable.append(NO_LETTER);
			}
		});
		return printable.toString();
	}

	private static boolean have(int letter) {
		return LETTERS.get(letter) || Character.isWhitespace(letter);
	}

	private static boolean belongsToTheOneBefore(int letter) {
		return UCharacter.hasBinaryProperty(letter, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
				|| UCharacter.hasBinaryProperty(letter, UProperty.GRAPHEME_EXTEND)
				|| UCharacter.getType(letter) == Character.COMBINING_SPACING_MARK
				|| UCharacter.hasBinaryProperty(letter, UProperty.EMOJI_MODIFIER);
	}

	// Of both weights, because a title may hold what an answer does.
	private static BitSet letters() {
		BitSet both = new BitSet();
		both.set(0, Character.MAX_CODE_POINT + 1);
		FACES.stream().filter(face -> face.family().equals("Desk")).map(PaperFonts::letters).forEach(both::and);
		return both;
	}

	private static BitSet letters(Face face) {
		try (InputStream file = face.open();
				TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
			CmapLookup glyphs = font.getUnicodeCmapLookup();
			BitSet letters = new BitSet();
			for (int letter = ' '; letter <= Character.MAX_CODE_POINT; letter++) {
				if (glyphs.getGlyphId(letter) != 0) {
					letters.set(letter);
				}
			}
			return letters;
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException("The font " + face.file() + " cannot be read", unreadable);
		}
	}

}
