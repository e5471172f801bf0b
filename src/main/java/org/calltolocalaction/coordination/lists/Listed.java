package org.calltolocalaction.coordination.lists;

import java.util.List;

/**
 * One page of what was found.
 *
 * @param number from 1; the last page where a later one was asked for
 * @param found how many there are on all pages, as far as is counted
 * @param more whether there are more than that
 */
public record Listed<T>(List<T> lines, int number, int found, boolean more) {

	public static final int SIZE = 50;

	/** As far as is counted, and as far as one can turn the pages. */
	public static final int COUNTED = 1_000;

	public Listed {
		lines = List.copyOf(lines);
	}

	/** How many pages there are; one even where nothing was found. */
	public int pages() {
		return pages(found);
	}

	/** How many pages that many take. */
	public static int pages(int found) {
		return Math.max(1, (found + SIZE - 1) / SIZE);
	}

}
