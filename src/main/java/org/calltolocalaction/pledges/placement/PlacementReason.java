package org.calltolocalaction.pledges.placement;

/**
 * Why a pledge stands in the edition in which it stands, or waits for the next. The names
 * are the values that the decision table of the deadline check gives, and that the trail
 * and the inclusions keep.
 */
public enum PlacementReason {

	/** It was in time for the edition whose call it answered. */
	IN_TIME,

	/** It came in that edition's grace period, which counts as in time. */
	IN_GRACE,

	/** It came after that edition's deadline, within an extension. */
	EXTENDED,

	/** It was submitted after that edition's deadline. */
	LATE,

	/** No call was open when it was submitted. */
	BEFORE_CALL,

	/** It was in time, and decided when that edition's report was frozen. */
	DECIDED_AFTER_FREEZE,

	/**
	 * It was in time, and its government was not confirmed when that edition's report was
	 * frozen.
	 */
	GOVERNMENT_UNCONFIRMED,

	/** A coordinator put it there, whatever the law of the deadline says. */
	CORRECTED,

	/** It was published before this system existed. */
	IMPORTED

}
