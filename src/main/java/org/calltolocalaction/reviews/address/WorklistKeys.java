package org.calltolocalaction.reviews.address;

/**
 * The keys of a search of the worklist that stand in addresses: links to a list of
 * reviews and the search itself must mean the same by them.
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
