package org.calltolocalaction.reviews.worklist;

import java.util.Optional;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * The position of a review in a list that a reviewer works through.
 *
 * @param number from 1; where it left the list meanwhile, because it was taken or
 * completed, the place that it had
 * @param of how many there are, with this one
 * @param onward where to go on from here: after the last one, to what was left out
 * before; never to a pledge out of which the reviewer keeps
 * @param first the first that is another one, of those
 */
public record WorklistPosition(int number, WorklistCount of, Optional<PledgeReference> previous,
		Optional<PledgeReference> next, Optional<PledgeReference> onward, Optional<PledgeReference> first) {

	/**
	 * The same for a reviewer who began with more: what left the list counts as done, so
	 * that the number of all stays while they work.
	 */
	public WorklistPosition begunWith(int reviews) {
		int gone = reviews - of.number();
		return of.more() || gone <= 0 ? this
				: new WorklistPosition(number + gone, new WorklistCount(reviews, false), previous, next, onward, first);
	}

}
