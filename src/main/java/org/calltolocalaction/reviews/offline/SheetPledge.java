package org.calltolocalaction.reviews.offline;

import java.util.List;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * All that a reviewer may read of one pledge, to be read in a spreadsheet.
 */
record SheetPledge(PledgeReference reference, List<Line> lines) {

	/**
	 * One line of it.
	 *
	 * @param heading whether what follows is under it; it has no text then
	 * @param label what was asked, or who said it
	 * @param text may have lines of its own
	 */
	record Line(boolean heading, String label, String text) {

		static Line heading(String label) {
			return new Line(true, label, "");
		}

		static Line of(String label, String text) {
			return new Line(false, label, text);
		}

	}

	/** How long all its texts are together. */
	long length() {
		return lines.stream().mapToLong(line -> line.label().length() + line.text().length()).sum();
	}

}
