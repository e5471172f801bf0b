package org.calltolocalaction.reviews.absence;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.interest.Interests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reviewers to tell of a review that nobody has: new work goes past those who keep
 * out of it and those who are away.
 */
@Component
@Transactional(readOnly = true)
public class AvailableReviewers {

	private final People people;

	private final Pledges pledges;

	private final Interests interests;

	private final Absences absences;

	private final Clock clock;

	AvailableReviewers(People people, Pledges pledges, Interests interests, Absences absences, Clock clock) {
		this.people = people;
		this.pledges = pledges;
		this.interests = interests;
		this.absences = absences;
		this.clock = clock;
	}

	/**
	 * Whom a word about a review concerns: who has it; where nobody has, all who may take
	 * it.
	 */
	public List<Person> concernedBy(Review review) {
		return review.takenBy().flatMap(people::find).map(List::of).orElseGet(() -> of(review));
	}

	/**
	 * The partner's reviewers who can take it now; where all of them are away, those who
	 * can once they are back.
	 */
	public List<Person> of(Review review) {
		Set<AccountId> keepOut = interests.declaredIn(pledges.pledge(review.reference()).government());
		List<Person> able = people.reviewersOf(review.partner())
			.stream()
			.filter(reviewer -> !keepOut.contains(reviewer.id()))
			.toList();
		Map<AccountId, Absence> away = absences.awayAt(able.stream().map(Person::id).toList(), clock.instant());
		List<Person> there = able.stream().filter(reviewer -> !away.containsKey(reviewer.id())).toList();
		return there.isEmpty() ? able : there;
	}

}
