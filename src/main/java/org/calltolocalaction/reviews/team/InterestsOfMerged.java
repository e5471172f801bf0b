package org.calltolocalaction.reviews.team;

import java.util.List;
import java.util.Set;
import org.calltolocalaction.governments.merging.GovernmentMerged;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.interest.Interests;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever keeps out of one of two governments that are the same keeps out of all of it:
 * what they have of the other is anybody's of their partner again.
 */
@Component
class InterestsOfMerged {

	private final Interests interests;

	private final PassReviewsOn pass;

	private final People people;

	InterestsOfMerged(Interests interests, PassReviewsOn pass, People people) {
		this.interests = interests;
		this.pass = pass;
		this.people = people;
	}

	/** After the pledges, which are the other's by then. */
	@EventListener
	@Order(Ordered.LOWEST_PRECEDENCE)
	@Transactional(propagation = Propagation.MANDATORY)
	void on(GovernmentMerged merged) {
		interests.move(merged.fromId(), merged.intoId(), merged.at());
		Set<AccountId> keepOut = interests.declaredIn(List.of(merged.intoId())).getOrDefault(merged.intoId(), Set.of());
		people.all(keepOut)
			.values()
			.stream()
			.filter(Person::reviewer)
			.forEach(reviewer -> pass.release(merged.intoId(), reviewer, merged.by()));
	}

}
