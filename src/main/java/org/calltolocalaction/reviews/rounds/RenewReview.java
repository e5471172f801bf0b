package org.calltolocalaction.reviews.rounds;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.interest.Interests;
import org.calltolocalaction.reviews.judgement.ReopenedReview;
import org.springframework.stereotype.Component;

/**
 * Turns a completed review into one that is asked for as if for the first time, if it can
 * be with the reviewer who made it.
 */
@Component
class RenewReview {

	private final ReopenedReview reopened;

	private final ReviewDates dates;

	private final People people;

	private final Interests interests;

	private final Clock clock;

	RenewReview(ReopenedReview reopened, ReviewDates dates, People people, Interests interests, Clock clock) {
		this.reopened = reopened;
		this.dates = dates;
		this.people = people;
		this.interests = interests;
		this.clock = clock;
	}

	/**
	 * Whoever completed the review, while they review for the partner and do not keep
	 * out.
	 */
	Optional<Person> reviewer(Review review) {
		return review.completedBy()
			.flatMap(people::find)
			.filter(person -> person.partner().filter(review.partner()::equals).isPresent())
			.filter(person -> !interests.keepOut(person.id(), review));
	}

	/** When the review of a pledge that counts for this edition would be due. */
	Instant dueIfBegunNow(Placement counted) {
		return dates.dueIfOpenedNow(counted);
	}

	/** It is reopened with what it said as the draft of whoever said it. */
	void open(Review review, String reason, Person by) {
		reopened.open(review, review.completedBy().orElseThrow(), by, reason);
	}

	/** Its days are counted from now, once the pledge is before the partners again. */
	void begin(Review review, Optional<AccountId> reviewer) {
		Instant now = clock.instant();
		review.beginAnew(now);
		review.dueOn(dates.due(review.reference()));
		reviewer.ifPresent(holder -> review.take(holder, now));
	}

}
