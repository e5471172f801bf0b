package org.calltolocalaction.reports.correction;

import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * A coordinator moved an accepted pledge to another edition's report, in this
 * transaction.
 *
 * @param reason what they wrote to its government
 */
public record PlacementCorrected(PledgeReference reference, EditionYear from, EditionYear to, String reason) {
}
