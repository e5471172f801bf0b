package org.calltolocalaction.reports.publication;

import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reports.StopKind;

/**
 * A pledge is not for everybody any more, in this transaction: its government withdrew
 * its consent, or a coordinator took it down.
 *
 * @param by who did
 * @param reason what they wrote to the government and the coordinators; may be empty
 */
public record PledgeUnpublished(PledgeReference reference, StopKind kind, AccountId by, String reason) {
}
