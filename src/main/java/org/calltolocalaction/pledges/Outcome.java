package org.calltolocalaction.pledges;

/**
 * The result to which the reviews of a revision add up. The names are the values that the
 * decision tables give.
 */
public enum Outcome {

	ACCEPTED, CHANGES_REQUESTED, DECLINED,

	/** The partners do not agree, or one of them is missing: the coordinators decide. */
	DISAGREEMENT

}
