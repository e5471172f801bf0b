package org.calltolocalaction.coordination.moves;

/** Why a process stays under the version under which it is. */
public enum WhyStayed {

	/** It waits at a step that the newer version has not, and nothing takes its place. */
	STEP_GONE,

	/** Its step is there, but is another kind of step, so that it cannot go on there. */
	STEP_CHANGED,

	/** The date of a timer would be another one. */
	DATE_WOULD_CHANGE,

	/** It went on at that very moment, again and again. */
	BUSY,

	/** The engine could not move it; the log says why. */
	FAILED

}
