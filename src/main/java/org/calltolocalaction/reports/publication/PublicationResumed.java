package org.calltolocalaction.reports.publication;

import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reports.StopKind;

/**
 * What kept a pledge from the public does so no longer, in this transaction.
 *
 * @param kind what kept it from them
 * @param visible whether everybody may read it now; something else may keep it from them
 * @param by who took it back
 * @param reason what they wrote; may be empty
 */
public record PublicationResumed(PledgeReference reference, EditionYear edition, int revision, StopKind kind,
		boolean visible, AccountId by, String reason) {
}
