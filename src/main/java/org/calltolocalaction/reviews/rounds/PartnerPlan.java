package org.calltolocalaction.reviews.rounds;

import java.util.List;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.partner.PartnerAct;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.vocabulary.PartnerCode;

/**
 * What follows for the rounds of reviews that run where a partner is added to an edition
 * or released from it: what is shown before is what is then done.
 *
 * @param rounds how many run of the edition's pledges
 * @param reviews the pledges of which a review is opened for the partner, or one that is
 * open is closed; in the order of the references
 * @param ending of these, those whose round ends by it, because nobody else is waited for
 * @param kept how many reviews the partner has made in these rounds, which stay and count
 */
public record PartnerPlan(EditionYear year, PartnerCode partner, PartnerAct act, int rounds,
		List<PledgeReference> reviews, List<PledgeReference> ending, int kept) {
}
