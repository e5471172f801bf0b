package org.calltolocalaction.reviews.rounds;

import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.vocabulary.PartnerCode;

/**
 * A coordinator requested a new review from a partner, in this transaction: its reviewers
 * are to know, and its government where it knew of an outcome.
 *
 * @param outcome where the pledge stood until now
 * @param counted the edition for which it counted, or in whose report it stood
 * @param reason for the partner and the record; not for the government
 */
public record NewReviewRequested(PledgeReference reference, PartnerCode partner, PledgeState outcome, Placement counted,
		String reason, AccountId by) {
}
