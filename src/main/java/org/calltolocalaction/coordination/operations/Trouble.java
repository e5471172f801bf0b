package org.calltolocalaction.coordination.operations;

/** Why a step failed, as far as whoever repairs it has to know. */
public enum Trouble {

	/** The database was away, or took too long. */
	DATABASE_AWAY,

	/** Something else changed the same at the same time. */
	AT_THE_SAME_TIME,

	/** The database refused what was to be written. */
	DATABASE_REFUSED,

	/** A mail could not be written or handed over. */
	MAIL,

	/** Something that the step needs is not there. */
	MISSING,

	/** Something is in another state than the step expects. */
	OTHER_STATE,

	/** The model asks for something that the program cannot answer. */
	EXPRESSION,

	/** There is no room on a disk, or no memory. */
	NO_ROOM,

	/** None of these. */
	UNKNOWN

}
