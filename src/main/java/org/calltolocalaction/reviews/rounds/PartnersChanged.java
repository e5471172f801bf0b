package org.calltolocalaction.reviews.rounds;

import java.util.List;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.partner.PartnerAct;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.vocabulary.PartnerCode;

/**
 * A partner was added to an edition or released from it, in this transaction: its
 * reviewers are to know.
 *
 * @param reviewed the pledges of which it is asked for a review now, or is not asked any
 * more
 * @param reason for the partner and the record
 */
public record PartnersChanged(EditionYear year, PartnerCode partner, PartnerAct act, List<PledgeReference> reviewed,
		String reason, AccountId by) {
}
