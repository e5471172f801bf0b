package org.calltolocalaction.editions;

/**
 * The relation of a first submission to the deadline of the edition whose call it
 * answered.
 */
public enum Timeliness {

	/** Up to and including the deadline's second. */
	IN_TIME,

	/**
	 * After the deadline, within the quiet grace period: counts as in time and is
	 * recorded as such.
	 */
	IN_GRACE,

	/**
	 * After the grace period, within an extension of its government or its own: counts as
	 * in time and is recorded as such.
	 */
	EXTENDED,

	/** After the grace period: counts for the next edition. */
	LATE,

	/**
	 * While no call was open and none waited for its report: counts for the next edition,
	 * whose deadline nobody knows.
	 */
	BEFORE_CALL;

	public boolean countsAsInTime() {
		return this != LATE;
	}

}
