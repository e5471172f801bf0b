package org.calltolocalaction.reviews;

import java.time.Clock;
import java.time.Instant;
import org.calltolocalaction.editions.Calls;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgePlaces;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** On which days something happens to a round of reviews; the process sets its timers by them. */
@Service
@Transactional(readOnly = true)
public class ReviewDates {

	/** Working days from the due date to telling the leads: the reviewer had the reminder and a day to answer it. */
	private static final int LEAD_DAYS = 2;

	/** Working days from the due date to telling the coordinators: the leads had three of them to move the work. */
	private static final int COORDINATOR_DAYS = 5;

	/** How many working days after the due date a round ends that began after the edition's cut-off. */
	private static final int LAST_CHANCE_DAYS = 10;

	private final Reviews reviews;

	private final Pledges pledges;

	private final PledgePlaces places;

	private final Calls calls;

	private final Clock clock;

	ReviewDates(Reviews reviews, Pledges pledges, PledgePlaces places, Calls calls, Clock clock) {
		this.reviews = reviews;
		this.pledges = pledges;
		this.places = places;
		this.calls = calls;
		this.clock = clock;
	}

	/** When the reviews of the present round are due, and whoever has them is reminded. */
	public Instant due(PledgeReference reference) {
		Pledge pledge = pledges.pledge(reference);
		return WorkingDays.after(opened(pledge), editionOf(pledge).reviewDays());
	}

	/** When the partners' leads are told of reviews that are still open. */
	public Instant leadsTold(PledgeReference reference) {
		return WorkingDays.after(due(reference), LEAD_DAYS);
	}

	/** When the coordinators are told of reviews that are still open. */
	public Instant coordinatorsTold(PledgeReference reference) {
		return WorkingDays.after(due(reference), COORDINATOR_DAYS);
	}

	/** When the round ends with the reviews there are: the edition's cut-off, but never soon after they are due. */
	public Instant cutOff(PledgeReference reference) {
		Instant edition = editionOf(pledges.pledge(reference)).reviewCutOff();
		Instant lastChance = WorkingDays.after(due(reference), LAST_CHANCE_DAYS);
		return edition.isAfter(lastChance) ? edition : lastChance;
	}

	/** The round that is about to be opened begins now. */
	private Instant opened(Pledge pledge) {
		return reviews.of(pledge.reference())
			.stream()
			.filter(review -> review.revision() == pledge.latestRevision())
			.map(Review::openedAt)
			.min(Instant::compareTo)
			.orElseGet(clock::instant);
	}

	private Edition editionOf(Pledge pledge) {
		return calls.edition(places.countsFor(pledge));
	}

}
