package org.calltolocalaction.editions;

/**
 * The flow of an edition from its call to its published report, as far as the editions
 * need it: they say what happened, the process decides what comes next. Each call takes
 * part in the caller's transaction.
 */
public interface EditionCycle {

	/**
	 * The call was opened: the cycle begins, with its reminders and the deadline's timer.
	 */
	void opened(EditionYear year);

	/** The opening was taken back: the cycle ends. */
	void openingTakenBack(EditionYear year);

	/** The deadline moved: the running timers follow it. */
	void deadlineMoved(EditionYear year);

	/**
	 * The coordinators confirmed what stands in the report: it is frozen and compiled
	 * next.
	 */
	void contentsConfirmed(EditionYear year);

	/** The coordinators approved the frozen report: it is published next. */
	void reportApproved(EditionYear year);

}
