package org.calltolocalaction.kernel.text;

import java.util.regex.Pattern;

/**
 * Texts as spreadsheets show them, whatever was typed: nothing of it is worked out, and
 * nothing is taken for a sign that a file writes otherwise.
 */
public final class SpreadsheetCell {

	/** With which spreadsheets take a cell of a table for a formula, in any width. */
	private static final String BEGINS_A_FORMULA = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

	/**
	 * An underscore with which a sign would begin that a file writes instead of what XML
	 * cannot hold; another may begin where it ends.
	 */
	private static final Pattern LIKE_AN_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

	private SpreadsheetCell() {
	}

	/**
	 * For a table of plain text: an apostrophe before what a spreadsheet would work out
	 * instead of showing it.
	 */
	public static String harmless(String cell) {
		String seen = cell.stripLeading();
		return !cell.isEmpty() && BEGINS_A_FORMULA.indexOf(cell.charAt(0)) >= 0
				|| !seen.isEmpty() && BEGINS_A_FORMULA.indexOf(seen.charAt(0)) >= 0 ? "'" + cell : cell;
	}

	/** For the file of a spreadsheet, whose cells are texts. */
	public static String escaped(String text) {
		return LIKE_AN_ESCAPE.matcher(text).replaceAll("_x005F_");
	}

}
