package org.calltolocalaction.pledges.progress;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.extension.ExtensionId;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * What will happen to a pledge by itself. The process is asked, and not a calendar: a
 * timer that nobody has moved since may be due on another day than the calendar of today
 * would give.
 */
public interface TimersAhead {

	/** What a timer does when it is due. */
	enum Kind {

		/** Whoever still has a review is reminded. */
		REVIEWS_DUE,

		/** The partners' leads are told of reviews that are still open. */
		LEADS_TOLD,

		/** The coordinators are told of them. */
		COORDINATORS_TOLD,

		/** The round ends with the reviews that there are. */
		CUT_OFF,

		/** The government is reminded of the changes that were asked for. */
		CHANGES_REMINDER,

		/** Everybody with a draft is reminded of the call's deadline. */
		CALL_REMINDER,

		/** The call closes, when the deadline and its grace have passed. */
		CALL_CLOSES,

		/** Whoever has an extension is reminded of its end. */
		EXTENSION_REMINDER

	}

	/** A timer that waits; one that lies behind is done as soon as it can be. */
	record Timer(Kind kind, Instant at) {
	}

	/**
	 * Of the pledge, the edition for which it counts and the extensions that concern it,
	 * soonest first.
	 */
	List<Timer> of(PledgeReference reference, Optional<EditionYear> edition, Collection<ExtensionId> extensions);

}
