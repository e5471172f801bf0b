package org.calltolocalaction.pledges;

import org.calltolocalaction.identity.AccountId;

/**
 * The government took the pledge back, in this transaction: it stands in no report and in
 * no public list any more.
 *
 * @param by the member who did
 * @param reason what they wrote; empty where they wrote nothing
 * @param from where the pledge stood
 */
public record PledgeWithdrawn(PledgeReference reference, AccountId by, String reason, PledgeState from) {
}
