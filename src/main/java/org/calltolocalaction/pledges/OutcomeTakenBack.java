package org.calltolocalaction.pledges;

/**
 * The outcome of a pledge counts no more, in this transaction: a partner is to judge it
 * once more. Modules that acted upon the outcome undo it.
 */
public record OutcomeTakenBack(PledgeReference reference) {
}
