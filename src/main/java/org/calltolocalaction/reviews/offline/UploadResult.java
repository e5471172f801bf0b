package org.calltolocalaction.reviews.offline;

import java.util.List;

/**
 * The result of handing in a spreadsheet.
 *
 * @param rows those that were answered, in their order
 * @param skipped how many were not
 */
public record UploadResult(List<Handled> rows, int skipped) {

	/**
	 * The result of one row, in the reader's language.
	 *
	 * @param number as the reader's program counts it
	 * @param reasons why it was refused; empty where the review is recorded
	 *
	 */
	public record Handled(int number, String reference, List<String> reasons) {

		public boolean recorded() {
			return reasons.isEmpty();
		}

	}

	public long recorded() {
		return rows.stream().filter(Handled::recorded).count();
	}

}
