package org.calltolocalaction.reviews;

import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.discussion.Remark;

/**
 * Somebody was called by name in the discussion of a pledge, in this transaction: they
 * are to know at once.
 */
public record PeopleMentioned(PledgeReference reference, Remark remark) {
}
