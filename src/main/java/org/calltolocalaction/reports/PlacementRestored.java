package org.calltolocalaction.reports;

import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * A pledge that had been carried over stands in the report of the edition whose call it
 * answered after all, because its deadline was moved.
 *
 * @param from the edition in whose report it stood, or the next for which it waited
 */
public record PlacementRestored(PledgeReference reference, Placement from) {
}
