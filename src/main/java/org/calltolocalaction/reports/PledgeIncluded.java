package org.calltolocalaction.reports;

import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * A pledge got its place in an edition's report, or another one than before, in this
 * transaction.
 */
public record PledgeIncluded(PledgeReference reference, EditionYear edition, int revision) {
}
