package org.calltolocalaction.reviews.rounds;

import java.util.List;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.criteria.Criteria;
import org.calltolocalaction.editions.criteria.EditionCriteria;
import org.calltolocalaction.editions.partner.EditionPartners;
import org.calltolocalaction.editions.partner.PartnerChanges;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Component;

/** Who judges a pledge, and by what: as the edition says for which it counts now. */
@Component
public class JudgingEdition {

	private final Placements placements;

	private final CallPolicy callPolicy;

	private final EditionPartners partners;

	private final EditionCriteria criteria;

	JudgingEdition(Placements placements, CallPolicy callPolicy, EditionPartners partners, EditionCriteria criteria) {
		this.placements = placements;
		this.callPolicy = callPolicy;
		this.partners = partners;
		this.criteria = criteria;
	}

	/** In the order of their codes. */
	List<PartnerCode> partners(Pledge pledge) {
		return List.copyOf(callPolicy.edition(placements.countsFor(pledge)).partners());
	}

	/** Whom its edition got or lost after its call was opened. */
	PartnerChanges changes(Pledge pledge) {
		return partners.changes(placements.countsFor(pledge).year());
	}

	/** Whether the partner was released from its edition, and is asked for nothing. */
	public boolean released(Pledge pledge, PartnerCode partner) {
		return changes(pledge).released().contains(partner);
	}

	/** For a review that is being opened: they stay on the record. */
	Criteria criteria(Pledge pledge) {
		return criteria.forJudging(placements.countsFor(pledge).year());
	}

}
