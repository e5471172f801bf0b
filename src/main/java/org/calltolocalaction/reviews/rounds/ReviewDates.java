package org.calltolocalaction.reviews.rounds;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.reviews.Reviews;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * On which days something happens to a pledge's present round of reviews; the process
 * sets its timers by them.
 */
@Service
@Transactional(readOnly = true)
public class ReviewDates {

	private final Reviews reviews;

	private final Pledges pledges;

	private final Placements placements;

	private final CallPolicy callPolicy;

	private final Clock clock;

	ReviewDates(Reviews reviews, Pledges pledges, Placements placements, CallPolicy callPolicy, Clock clock) {
		this.reviews = reviews;
		this.pledges = pledges;
		this.placements = placements;
		this.callPolicy = callPolicy;
		this.clock = clock;
	}

	/** When the reviews are due, and whoever has them is reminded. */
	public Instant due(PledgeReference reference) {
		return dates(reference).due();
	}

	/** When the partners' leads are told of reviews that are still open. */
	public Instant leadsTold(PledgeReference reference) {
		return dates(reference).leadsTold();
	}

	/** When the coordinators are told of reviews that are still open. */
	public Instant coordinatorsTold(PledgeReference reference) {
		return dates(reference).coordinatorsTold();
	}

	/**
	 * When the round ends with the reviews there are: the edition's cut-off, but never
	 * soon after they are due.
	 */
	public Instant cutOff(PledgeReference reference) {
		return dates(reference).cutOff();
	}

	/**
	 * When reviews would be due that were opened now, of a pledge that counts for this
	 * edition.
	 */
	public Instant dueIfOpenedNow(Placement counted) {
		return RoundDates.of(callPolicy.edition(counted), clock.instant()).due();
	}

	/**
	 * The last day on which a new version of the pledge still has its full time for
	 * review before the contents of the report are to be confirmed, in UTC; empty where
	 * that day has passed.
	 */
	public Optional<LocalDate> lastDayToResubmit(PledgeReference reference) {
		Edition edition = callPolicy.edition(placements.countsFor(pledges.pledge(reference)));
		LocalDate last = new WorkingDays(edition.reviewCalendar().daysOff()).before(edition.contentsPlanned(),
				edition.reviewCalendar().days());
		return Optional.of(last).filter(day -> !day.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
	}

	/**
	 * The day on which the contents of the report are to be confirmed for which it
	 * counts.
	 */
	public LocalDate contentsPlanned(PledgeReference reference) {
		return callPolicy.edition(placements.countsFor(pledges.pledge(reference))).contentsPlanned();
	}

	/** All days of the pledge's present round. */
	RoundDates dates(PledgeReference reference) {
		Pledge pledge = pledges.pledge(reference);
		// The round that is about to be opened begins now.
		Instant opened = reviews.opened(reference.value(), pledge.latestRevision()).orElseGet(clock::instant);
		return RoundDates.of(callPolicy.edition(placements.countsFor(pledge)), opened);
	}

}
