package org.calltolocalaction.pledges;

/** The government took the pledge back, in this transaction: it stands in no report and in no public list any more. */
public record PledgeWithdrawn(PledgeReference reference) {
}
