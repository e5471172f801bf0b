package org.calltolocalaction.reviews.worklist;

import java.util.List;

/**
 * One page of the reviews that were found.
 *
 * @param number from 1; the last page where a later one was asked for
 */
public record WorklistPage(List<WorklistRow> lines, WorklistCount found, int number) {

	static final int SIZE = 50;

	public WorklistPage {
		lines = List.copyOf(lines);
	}

	/** How many pages there are; one even where nothing was found. */
	public int pages() {
		return pages(found);
	}

	static int pages(WorklistCount found) {
		return Math.max(1, (found.number() + SIZE - 1) / SIZE);
	}

}
