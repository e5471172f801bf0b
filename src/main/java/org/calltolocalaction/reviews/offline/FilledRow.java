package org.calltolocalaction.reviews.offline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * A row of a spreadsheet that came back.
 *
 * @param number as the reader's program counts it
 * @param cells what stands in it, by the keys of the columns; what is empty is left out
 * @param computed the cells that hold a formula, of which nobody knows what it shows to
 * whom, in the order of their columns
 */
record FilledRow(int number, Map<String, String> cells, List<Computed> computed) {

	/**
	 * A cell with a formula or an error.
	 *
	 * @param key of its column
	 * @param address as the reader's program calls it, such as F7
	 */
	record Computed(String key, String address) {
	}

	String cell(String key) {
		return cells.getOrDefault(key, "");
	}

	/** The pledge; nothing where the cell names none. */
	Optional<PledgeReference> reference() {
		return PledgeReference.parse(cell(SheetColumns.REFERENCE));
	}

	/** Whether nothing was answered. */
	boolean unanswered() {
		return computed.isEmpty() && cells.keySet().stream().allMatch(key -> key.startsWith("#"));
	}

}
