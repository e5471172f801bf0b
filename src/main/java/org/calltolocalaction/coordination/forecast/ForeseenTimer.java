package org.calltolocalaction.coordination.forecast;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.calltolocalaction.reviews.rounds.RoundTimer;

/** The timers that an edition's deadline, extensions and calendar set. */
public enum ForeseenTimer {

	/** The call closes. */
	CLOSING,

	/** Governments with drafts and reviewers with open reviews are reminded. */
	NEXT_REMINDER,

	/** Whoever has more time than the deadline is reminded of its end. */
	EXTENSION_REMINDER,

	/** Whoever still has a review of the pledge is reminded. */
	REVIEWS_DUE,

	/** The partners' leads are told of reviews of the pledge that are still open. */
	LEADS_TOLD,

	/** The coordinators are told of them. */
	COORDINATORS_TOLD,

	/** The pledge's round ends with the reviews that there are. */
	CUT_OFF;

	/**
	 * When it is due, as far as that does not depend on the very second in which the act
	 * is done: the middle of a short extension does.
	 */
	Instant expected(Instant due) {
		return this == EXTENSION_REMINDER ? due.truncatedTo(ChronoUnit.DAYS) : due;
	}

	static ForeseenTimer of(RoundTimer timer) {
		return switch (timer) {
			case DUE -> REVIEWS_DUE;
			case LEADS_TOLD -> LEADS_TOLD;
			case COORDINATORS_TOLD -> COORDINATORS_TOLD;
			case CUT_OFF -> CUT_OFF;
		};
	}

}
