package org.calltolocalaction.reviews.address;

/**
 * The words of a search of the worklist that stand in addresses: whoever leads to a list
 * of reviews, and whoever finds them, must mean the same.
 */
public final class WorklistKeys {

	/** Who has a review, or had it when it was completed. */
	public static final String REVIEWER = "reviewer";

	/** Nobody, instead of a reviewer. */
	public static final String NONE = "none";

	public static final String DUE = "due";

	/** Instead of a day on which a review is due: it was due already. */
	public static final String OVERDUE = "overdue";

	public static final String COMPLETED = "completed";

	private WorklistKeys() {
	}

}
