package org.calltolocalaction.coordination.bulk;

/** Why nothing is done about a pledge that was selected. */
public enum LeftOut {

	/** It has a decision, or was withdrawn: nobody has to do anything about it. */
	DECIDED,

	/** The coordinators themselves have to decide. */
	WAITS_FOR_COORDINATORS,

	/** Everybody who would be reminded was reminded of it a short time ago. */
	REMINDED_LATELY,

	/** Nobody represents its government, or reviews for the partners it waits for. */
	NOBODY_TO_TELL,

	/** It has as much time already, or more. */
	HAS_AS_MUCH_TIME,

	/** It is on time already, or was submitted after that end. */
	NEEDS_NO_TIME

}
