package org.calltolocalaction.reviews.rounds;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.calltolocalaction.pledges.PledgeReference;

/** The process's timers of a round of reviews. */
public interface ReviewTimers {

	/** Whatever is still to come of these pledges' rounds is due on these days. */
	void reset(Map<PledgeReference, RoundDates> dates);

	/**
	 * What is still to come of these pledges' rounds, and when as things are: a day that
	 * nobody has moved since may be another than the present calendar would give. Pledges
	 * without such timers are left out.
	 */
	Map<PledgeReference, Map<RoundTimer, Instant>> present(Collection<PledgeReference> references);

}
