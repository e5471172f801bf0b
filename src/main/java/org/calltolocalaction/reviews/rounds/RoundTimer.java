package org.calltolocalaction.reviews.rounds;

/** What happens by itself to a round of reviews, on one of its days. */
public enum RoundTimer {

	/** Whoever still has a review is reminded. */
	DUE,

	/** The partners' leads are told of reviews that are still open. */
	LEADS_TOLD,

	/** The coordinators are told of them. */
	COORDINATORS_TOLD,

	/** The round ends with the reviews that there are. */
	CUT_OFF

}
