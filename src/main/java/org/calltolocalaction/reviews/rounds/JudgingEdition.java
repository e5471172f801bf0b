package org.calltolocalaction.reviews.rounds;

import java.util.List;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.criteria.Criteria;
import org.calltolocalaction.editions.criteria.EditionCriteria;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Component;

/** Who judges a pledge, and by what: as the edition says for which it counts now. */
@Component
class JudgingEdition {

	private final Placements placements;

	private final CallPolicy callPolicy;

	private final EditionCriteria criteria;

	JudgingEdition(Placements placements, CallPolicy callPolicy, EditionCriteria criteria) {
		this.placements = placements;
		this.callPolicy = callPolicy;
		this.criteria = criteria;
	}

	/** In the order of their codes. */
	List<PartnerCode> partners(Pledge pledge) {
		return List.copyOf(callPolicy.edition(placements.countsFor(pledge)).partners());
	}

	/** For a review that is being opened: they stay on the record. */
	Criteria criteria(Pledge pledge) {
		return criteria.forJudging(placements.countsFor(pledge).year());
	}

}
