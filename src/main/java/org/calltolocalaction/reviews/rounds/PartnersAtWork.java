package org.calltolocalaction.reviews.rounds;

import java.time.Instant;
import java.util.List;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.progress.ReadingPartners;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a government know with whom its pledge is; not who of the partner's reviewers has
 * it, nor what they judged.
 */
@Component
class PartnersAtWork implements ReadingPartners {

	private final Reviews reviews;

	private final Reminders reminders;

	PartnersAtWork(Reviews reviews, Reminders reminders) {
		this.reviews = reviews;
		this.reminders = reminders;
	}

	@Override
	@Transactional(readOnly = true)
	public List<Reading> of(Pledge pledge) {
		List<Reminder> reminded = reminders.of(pledge.reference());
		return reviews.of(pledge.reference())
			.stream()
			.filter(review -> review.revision() == pledge.latestRevision())
			.filter(review -> review.open() || review.completed())
			.map(review -> new Reading(review.partner(), review.openedAt(), times(review, reminded),
					review.completedAt()))
			.toList();
	}

	private static List<Instant> times(Review review, List<Reminder> reminded) {
		return reminded.stream().filter(reminder -> review.open() && reminder.about(review)).map(Reminder::at).toList();
	}

}
