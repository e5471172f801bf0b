package org.calltolocalaction.reports;

import org.calltolocalaction.pledges.PledgeReference;

/**
 * An accepted pledge stands in no report any more, in this transaction: it waits for the
 * next edition.
 */
public record PlacementGivenUp(PledgeReference reference) {
}
