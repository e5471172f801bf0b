package org.calltolocalaction.editions;

/** The states of an edition, in the order in which it goes through them. */
public enum EditionState {

	/**
	 * Its opening was taken back, or a later one was opened past it: nothing counts for
	 * it unless it is opened.
	 */
	SET_ASIDE,

	/** A coordinator plans it, and pledges can count for it; its call is not open yet. */
	PLANNED,

	/** Submissions count for it until its deadline. */
	OPEN,

	/** The deadline has passed; reviews that are outstanding go on. */
	CLOSED,

	/** The coordinators confirmed what stands in the report, which is being compiled. */
	CONFIRMED,

	/** The report's content does not change any more; it waits for approval. */
	FROZEN,

	PUBLISHED;

	/** Whether its call is still to be opened. */
	public boolean toOpen() {
		return this == PLANNED || this == SET_ASIDE;
	}

	/**
	 * Whether the coordinators have confirmed what stands in the report: then nothing of
	 * the edition is judged any more.
	 */
	public boolean contentsConfirmed() {
		return compareTo(CONFIRMED) >= 0;
	}

	/** Whether somebody can still be given more time to submit to its call. */
	public boolean takesExtensions() {
		return this == OPEN || this == CLOSED;
	}

	public boolean reportFrozen() {
		return compareTo(FROZEN) >= 0;
	}

}
