package org.calltolocalaction.reviews.rounds;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.editions.partner.PartnerAct;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewTasks;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens one more review in a round that runs, or closes one that nobody makes any more;
 * the review's row and its task in the process are the same at all times.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RearrangeRound {

	private final ReviewRound round;

	private final Reviews reviews;

	private final Pledges pledges;

	private final ReviewDates dates;

	private final ReviewTasks tasks;

	private final ReviewTimers timers;

	private final AuditTrail audit;

	private final Clock clock;

	RearrangeRound(ReviewRound round, Reviews reviews, Pledges pledges, ReviewDates dates, ReviewTasks tasks,
			ReviewTimers timers, AuditTrail audit, Clock clock) {
		this.round = round;
		this.reviews = reviews;
		this.pledges = pledges;
		this.dates = dates;
		this.tasks = tasks;
		this.timers = timers;
		this.audit = audit;
		this.clock = clock;
	}

	/** For whoever has locked the pledge. */
	void rearrange(PledgeReference reference, PartnerCode partner, PartnerAct act, Person by) {
		Pledge pledge = pledges.pledge(reference);
		Optional<Review> present = reviews.lock(reference.value(), partner.value(), pledge.latestRevision());
		if (act == PartnerAct.ADDED) {
			add(reference, partner, present);
			audit.record(AuditEntry.of("review.partner-added", reference).by(by).with("partner", partner));
		}
		else {
			present.orElseThrow().letPartnerGo();
			// Completed, because a task that is cancelled never comes to the join.
			tasks.completed(reference, partner);
			audit.record(AuditEntry.of("review.partner-released", reference).by(by).with("partner", partner));
		}
	}

	/** With all its days, whenever the others were asked; the round's timers follow. */
	private void add(PledgeReference reference, PartnerCode partner, Optional<Review> released) {
		released.ifPresentOrElse(review -> review.askAgain(clock.instant()), () -> round.open(reference, partner));
		Review review = reviews.newest(reference.value(), partner.value()).orElseThrow();
		RoundDates days = dates.dates(reference);
		review.dueOn(days.due());
		tasks.added(reference, partner);
		timers.reset(Map.of(reference, days));
	}

}
