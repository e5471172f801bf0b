package org.calltolocalaction.reviews.offline;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.archive.HarmlessXml;

/**
 * How much a spreadsheet may hold, counted part by part before the library reads any of
 * it. The library keeps a place for each column up to the last one, every shared text for
 * as often as it is used, and every formula for each cell beside it; a few letters are
 * enough to fill any memory with that.
 */
final class SheetBounds {

	/** Our sheets have some forty. */
	private static final int MOST_COLUMNS = 256;

	private static final int MOST_CELLS = 100_000;

	private static final int MOST_SHARED_TEXTS = 50_000;

	/** Excel's own limit for one cell. */
	private static final int LONGEST_TEXT = 32_767;

	/** Of all cells, each with the shared text that it shows. */
	private static final long MOST_TEXT = 11_000_000;

	/** A number of more digits takes a processor longer than it took to type. */
	private static final int LONGEST_NUMBER = 64;

	private static final int MOST_FORMULAS = 2_000;

	/** Each is looked for at every cell. */
	private static final int MOST_ARRAY_FORMULAS = 50;

	private static final int LONGEST_FORMULA = 8_192;

	private static final int DEEPEST = 64;

	/** Of all sheets: the one with the pledges has some sixty for each. */
	private static final int MOST_ROWS = 20_000;

	private static final int MOST_ELEMENTS = 2_000_000;

	private int elements;

	private int rows;

	private int cells;

	private int formulas;

	private int arrayFormulas;

	private long text;

	/** How long each shared text is. */
	private final List<Integer> shared = new ArrayList<>();

	/** Which shared text each cell shows that shows one. */
	private final List<Integer> shown = new ArrayList<>();

	/**
	 * Counts what is in a part, whatever it is called: which of them is a sheet, the
	 * others say. Of a broken one as much as can be read, because nobody can read more.
	 * @throws Refused where it is more than may be
	 */
	void reads(String name, InputStream part) throws IOException {
		InputStream content = new BufferedInputStream(part);
		if (!mayBeXml(content)) {
			return;
		}
		try {
			XMLStreamReader reader = HarmlessXml.reader(content);
			count(reader);
		}
		catch (XMLStreamException broken) {
			if (broken.getNestedException() instanceof IOException failed) {
				throw failed;
			}
		}
	}

	/** Once every part is counted: what the cells show of the shared texts. */
	void requireKept() {
		for (int number : shown) {
			if (number >= 0 && number < shared.size()) {
				text += shared.get(number);
			}
		}
		require(text, MOST_TEXT);
	}

	/** Pictures and settings of printers begin otherwise. */
	private static boolean mayBeXml(InputStream content) throws IOException {
		content.mark(1);
		int first = content.read();
		content.reset();
		return first == '<' || first == 0xEF || first == 0xFE || first == 0xFF || first == 0
				|| first <= ' ' && first > 0;
	}

	private void count(XMLStreamReader reader) throws XMLStreamException {
		Part part = new Part();
		while (reader.hasNext()) {
			switch (reader.next()) {
				case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
					throw new Refused("reviews.offline.refused.unreadable");
				case XMLStreamConstants.START_ELEMENT -> part.begins(reader);
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
					part.says(reader);
				case XMLStreamConstants.END_ELEMENT -> part.ends(reader.getLocalName());
				default -> {
				}
			}
		}
	}

	private static void require(long found, long most) {
		if (found > most) {
			throw new Refused("reviews.offline.refused.large");
		}
	}

	/** One part while it is read. */
	private final class Part {

		private int depth;

		private boolean sharedTexts;

		private int column;

		private String type = "";

		/**
		 * What the innermost of value, formula and text says, by its beginning, and how
		 * long it is.
		 */
		private final StringBuilder value = new StringBuilder();

		private long length;

		private long lengthOfShared;

		void begins(XMLStreamReader reader) {
			require(++depth, DEEPEST);
			require(++elements, MOST_ELEMENTS);
			length = 0;
			value.setLength(0);
			switch (reader.getLocalName()) {
				case "sst" -> sharedTexts = true;
				case "si" -> {
					lengthOfShared = 0;
					require(shared.size() + 1L, MOST_SHARED_TEXTS);
				}
				case "row" -> {
					column = 0;
					require(++rows, MOST_ROWS);
				}
				case "c" -> cell(reader);
				case "f" -> {
					require(++formulas, MOST_FORMULAS);
					arrayFormulas += "array".equals(reader.getAttributeValue(null, "t")) ? 1 : 0;
					require(arrayFormulas, MOST_ARRAY_FORMULAS);
				}
				default -> {
				}
			}
		}

		private void cell(XMLStreamReader reader) {
			require(++cells, MOST_CELLS);
			String address = reader.getAttributeValue(null, "r");
			type = reader.getAttributeValue(null, "t") == null ? "n" : reader.getAttributeValue(null, "t");
			column = address == null ? column + 1 : columnOf(address);
			require(column, MOST_COLUMNS);
		}

		/**
		 * From 1, as far as it matters: letters beyond the third name no column of any
		 * program.
		 */
		private static long columnOfLetters(String letters) {
			long number = 0;
			for (int at = 0; at < Math.min(letters.length(), 7); at++) {
				number = number * 26 + Character.toUpperCase(letters.charAt(at)) - 'A' + 1;
			}
			return number;
		}

		private static int columnOf(String address) {
			String letters = address.replace("$", "").replaceAll("[0-9].*", "");
			return (int) Math.min(columnOfLetters(letters), Integer.MAX_VALUE);
		}

		void says(XMLStreamReader reader) {
			length += reader.getTextLength();
			require(length, LONGEST_TEXT);
			if (value.length() <= LONGEST_NUMBER) {
				value.append(reader.getTextCharacters(), reader.getTextStart(),
						Math.min(reader.getTextLength(), LONGEST_NUMBER + 1));
			}
		}

		void ends(String name) {
			depth--;
			switch (name) {
				case "t" -> {
					lengthOfShared += length;
					require(lengthOfShared, LONGEST_TEXT);
					text += sharedTexts ? 0 : length;
				}
				case "si" -> shared.add((int) lengthOfShared);
				case "f" -> {
					require(length, LONGEST_FORMULA);
					text += length;
				}
				case "v" -> value();
				case "c" -> lengthOfShared = 0;
				default -> {
				}
			}
			length = 0;
			require(text, MOST_TEXT);
		}

		private void value() {
			text += length;
			if (type.equals("s")) {
				shown.add(index());
			}
			else if (type.equals("n")) {
				require(length, LONGEST_NUMBER);
			}
		}

		private int index() {
			String number = value.toString().strip();
			return number.matches("[0-9]{1,7}") ? Integer.parseInt(number) : -1;
		}

	}

}
