package org.calltolocalaction.reviews.rounds;

import org.calltolocalaction.pledges.PledgeReference;

/** The process's timers of a round of reviews. */
public interface ReviewTimers {

	/** Whatever is still to come of them is due when {@link ReviewDates} says now. */
	void reset(PledgeReference reference);

}
