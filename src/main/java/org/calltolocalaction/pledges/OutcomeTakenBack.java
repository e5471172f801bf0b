package org.calltolocalaction.pledges;

/**
 * What the reviews of a pledge had come to counts no more, in this transaction: a partner
 * is to judge it once more. Who relied on the outcome gives up what it did upon it.
 */
public record OutcomeTakenBack(PledgeReference reference) {
}
