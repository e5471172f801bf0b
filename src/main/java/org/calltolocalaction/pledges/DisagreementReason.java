package org.calltolocalaction.pledges;

/**
 * Why the coordinators have to decide on a pledge. The names are the values that the
 * decision table of the review's outcome gives, and that the trail keeps.
 */
public enum DisagreementReason {

	/** A partner declines what another one does not. */
	CONFLICTING,

	/** A partner's review is missing when the reviews are counted. */
	MISSING_REVIEW,

	/** Changes are asked for in the third round still. */
	THREE_ROUNDS

}
