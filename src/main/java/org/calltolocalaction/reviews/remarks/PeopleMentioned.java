package org.calltolocalaction.reviews.remarks;

import org.calltolocalaction.pledges.PledgeReference;

/**
 * Somebody was called by name in the discussion of a pledge, in this transaction: they
 * are to know at once.
 */
public record PeopleMentioned(PledgeReference reference, Remark remark) {
}
