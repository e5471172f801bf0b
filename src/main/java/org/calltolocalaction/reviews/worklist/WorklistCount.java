package org.calltolocalaction.reviews.worklist;

/**
 * How many reviews there are, as far as it is worth counting: a list of a hundred
 * thousand is opened as fast as one of a thousand, because both are counted to the same
 * end.
 */
public record WorklistCount(int number, boolean more) {

	/**
	 * As far as is counted, and as far as one can turn the pages; whoever looks for more
	 * narrows the search.
	 */
	static final int COUNTED = 1000;

	static WorklistCount of(int upToOneMore) {
		return new WorklistCount(Math.min(upToOneMore, COUNTED), upToOneMore > COUNTED);
	}

}
