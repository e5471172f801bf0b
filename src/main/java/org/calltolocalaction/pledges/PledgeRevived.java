package org.calltolocalaction.pledges;

import org.calltolocalaction.identity.AccountId;

/**
 * A member took a withdrawn pledge up again, in this transaction: their colleagues are to
 * know.
 */
public record PledgeRevived(PledgeReference reference, AccountId by) {
}
