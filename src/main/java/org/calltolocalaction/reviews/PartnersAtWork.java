package org.calltolocalaction.reviews;

import java.util.List;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.ReadingPartners;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a government know with whom its pledge is; not who of the partner's reviewers has it, nor what they judged. */
@Component
class PartnersAtWork implements ReadingPartners {

	private final Reviews reviews;

	PartnersAtWork(Reviews reviews) {
		this.reviews = reviews;
	}

	@Override
	@Transactional(readOnly = true)
	public List<Reading> of(Pledge pledge) {
		return reviews.of(pledge.reference())
			.stream()
			.filter(review -> review.revision() == pledge.latestRevision())
			.filter(review -> review.open() || review.completed())
			.map(review -> new Reading(review.partner(), review.openedAt(), review.completedAt()))
			.toList();
	}

}
