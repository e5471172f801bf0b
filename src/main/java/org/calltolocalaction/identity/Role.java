package org.calltolocalaction.identity;

/**
 * What a coordinator can make of somebody with an account. That somebody acts for a
 * government is no role here: the governments know it.
 */
public enum Role {

	/** Reviews pledges for one partner. */
	REVIEWER,

	/** Answers for all reviews of the partner for which they review. */
	LEAD,

	/** Runs the editions. */
	COORDINATOR,

	/**
	 * Reads whatever coordinators read, and changes nothing: never beside another role.
	 */
	AUDITOR

}
