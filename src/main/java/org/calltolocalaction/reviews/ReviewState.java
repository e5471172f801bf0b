package org.calltolocalaction.reviews;

/** Where one partner's review of one revision stands. */
public enum ReviewState {

	OPEN, COMPLETED,

	/**
	 * It was not completed and is not waited for any more: the pledge was withdrawn, or
	 * the cut-off came first.
	 */
	CANCELLED

}
