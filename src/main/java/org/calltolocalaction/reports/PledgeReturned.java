package org.calltolocalaction.reports;

import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * A pledge that was carried over got its place in the edition whose call it answered after all, in this transaction,
 * because the deadline moved: its government is to know.
 */
public record PledgeReturned(PledgeReference reference, EditionYear from) {
}
