package org.calltolocalaction.reviews.absence;

/** Sees to it that {@link TellDeputy} is called when an absence begins. */
public interface AbsenceTimer {

	/**
	 * The absence was entered or changed in this transaction; one that has begun already
	 * is told of at once.
	 */
	void waitFor(AbsenceId absence);

}
