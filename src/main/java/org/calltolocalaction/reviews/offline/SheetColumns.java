package org.calltolocalaction.reviews.offline;

import java.util.List;

/**
 * How the desk knows its own spreadsheet again: the keys in its second row, which readers
 * do not see and which may have moved since: see {@link SheetHeader}.
 */
final class SheetColumns {

	/** Labels, then keys. */
	static final int ROWS_BEFORE_THE_FIRST = 2;

	static final String REFERENCE = "#reference";

	static final String REVISION = "#revision";

	/** What stands before the questions; no question's name begins with such a sign. */
	static final List<String> BEFORE_THE_QUESTIONS = List.of(REFERENCE, REVISION, "#title", "#government", "#address");

	private SheetColumns() {
	}

	/** Whether anything depends on what stands in the column; the others only explain. */
	static boolean isRead(String key) {
		return !key.startsWith("#") || key.equals(REFERENCE) || key.equals(REVISION);
	}

}
