package org.calltolocalaction.reviews.worklist;

import java.util.Optional;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * The position of a review in a list that a reviewer works through.
 *
 * @param number from 1; where it left the list meanwhile, because it was taken or
 * completed, the place that it had
 * @param of how many there are, with this one
 */
public record WorklistPosition(int number, WorklistCount of, Optional<PledgeReference> previous,
		Optional<PledgeReference> next) {
}
