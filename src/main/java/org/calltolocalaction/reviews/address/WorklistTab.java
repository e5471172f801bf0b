package org.calltolocalaction.reviews.address;

import org.jspecify.annotations.Nullable;

/** The tabs of the worklist, by the person whose work they show. */
public enum WorklistTab {

	/** What the reviewer has taken, or is offered while nobody has it. */
	MINE(false),

	/** What nobody of the partner has taken. */
	UNASSIGNED(false),

	/** All that waits for the partner. */
	ALL(false),

	/** What the partner has completed. */
	DONE(true);

	private final boolean done;

	WorklistTab(boolean done) {
		this.done = done;
	}

	/**
	 * The order in which it is listed where none is asked for, or one that it does not
	 * have.
	 */
	public WorklistOrder order(@Nullable WorklistOrder asked) {
		WorklistOrder first = done ? WorklistOrder.COMPLETED : WorklistOrder.DUE;
		return asked != null && asked.fits(this) ? asked : first;
	}

}
