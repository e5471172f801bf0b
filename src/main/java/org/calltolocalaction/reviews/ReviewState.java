package org.calltolocalaction.reviews;

/**
 * Where one partner's review of one revision stands. How it comes from one to another:
 * {@link ReviewTransition}.
 */
public enum ReviewState {

	OPEN, COMPLETED,
	/**
	 * It was not completed and is not waited for any more: the pledge was withdrawn, or
	 * the cut-off came first.
	 */
	CANCELLED,
	/**
	 * It was not completed, because its partner was released from the edition: it counts
	 * as not asked for.
	 */
	RELEASED

}
