package org.calltolocalaction.reviews.worklist;

/**
 * The number of reviews, up to a limit: a list of a hundred thousand is opened as fast as
 * one of a thousand, because both are counted up to the same limit.
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
