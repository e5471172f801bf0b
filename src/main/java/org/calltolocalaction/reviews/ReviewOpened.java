package org.calltolocalaction.reviews;

import org.calltolocalaction.pledges.PledgeReference;

/** A partner is asked to review the pledge. */
public record ReviewOpened(PledgeReference reference) {
}
