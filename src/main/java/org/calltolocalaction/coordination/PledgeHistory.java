package org.calltolocalaction.coordination;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.reviews.rounds.Reminder;
import org.calltolocalaction.reviews.rounds.Reminders;
import org.springframework.stereotype.Component;

/**
 * What happened to a submitted pledge: its revisions, what was said of them, what was
 * done about reviews that were overdue, and by whom.
 */
@Component
class PledgeHistory {

	private final Revisions revisions;

	private final Reviews reviews;

	private final Reminders reminders;

	private final People people;

	PledgeHistory(Revisions revisions, Reviews reviews, Reminders reminders, People people) {
		this.revisions = revisions;
		this.reviews = reviews;
		this.reminders = reminders;
		this.people = people;
	}

	/**
	 * @param revisions all of them, the first one first
	 * @param reviews of all revisions, oldest revision first
	 * @param people whoever submitted or reviewed, or was reminded
	 */
	record History(List<Revision> revisions, List<Review> reviews, List<Reminder> reminders,
			Map<AccountId, Person> people) {
	}

	History of(PledgeReference reference) {
		List<Revision> submitted = revisions.of(reference);
		List<Review> reviewed = reviews.of(reference);
		List<Reminder> reminded = reminders.of(reference);
		return new History(submitted, reviewed, reminded, people.all(named(submitted, reviewed, reminded)));
	}

	private static Collection<AccountId> named(List<Revision> revisions, List<Review> reviews,
			List<Reminder> reminders) {
		Stream<AccountId> reviewers = reviews.stream()
			.flatMap(review -> Stream.concat(review.takenBy().stream(), review.completedBy().stream()));
		Stream<AccountId> reminded = reminders.stream().flatMap(reminder -> reminder.told().stream());
		return Stream.of(revisions.stream().map(Revision::submittedBy), reviewers, reminded)
			.flatMap(Function.identity())
			.distinct()
			.toList();
	}

}
