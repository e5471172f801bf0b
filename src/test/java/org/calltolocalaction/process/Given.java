package org.calltolocalaction.process;

import static org.mockito.Mockito.doReturn;

import java.util.concurrent.atomic.AtomicInteger;
import org.calltolocalaction.editions.EditionCycle;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.calendar.CallCalendar;
import org.calltolocalaction.pledges.PledgeLifecycle;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.placement.CheckDeadline;
import org.calltolocalaction.reports.EditionReports;
import org.calltolocalaction.reviews.ReviewTasks;
import org.calltolocalaction.reviews.rounds.ReviewDates;
import org.calltolocalaction.reviews.rounds.ReviewRound;
import org.calltolocalaction.reviews.rounds.ReviewTimers;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.transaction.support.TransactionTemplate;

/** What a process test begins with; each pledge and each edition is another one. */
class Given {

	private final AtomicInteger number = new AtomicInteger();

	private final TransactionTemplate transaction;

	private final RuntimeService runtime;

	private final Jobs jobs;

	private final PledgeLifecycle lifecycle;

	private final ReviewTasks reviewTasks;

	private final ReviewTimers reviewTimers;

	private final EditionCycle cycle;

	private final ReviewRound round;

	private final ReviewDates dates;

	private final CheckDeadline deadline;

	private final CallCalendar calls;

	private final EditionReports reports;

	Given(TransactionTemplate transaction, RuntimeService runtime, Jobs jobs, PledgeLifecycle lifecycle,
			ReviewTasks reviewTasks, ReviewTimers reviewTimers, EditionCycle cycle, ReviewRound round,
			ReviewDates dates, CheckDeadline deadline, CallCalendar calls, EditionReports reports) {
		this.transaction = transaction;
		this.runtime = runtime;
		this.jobs = jobs;
		this.lifecycle = lifecycle;
		this.reviewTasks = reviewTasks;
		this.reviewTimers = reviewTimers;
		this.cycle = cycle;
		this.round = round;
		this.dates = dates;
		this.deadline = deadline;
		this.calls = calls;
		this.reports = reports;
	}

	/** In time, for UCLG, MMC and IOM to review; not submitted yet. */
	PledgeInProcess aPledge() {
		PledgeReference reference = new PledgeReference("CLA-2026-%04d".formatted(number.incrementAndGet()));
		return new PledgeInProcess(reference, transaction, runtime, jobs, lifecycle, reviewTasks, reviewTimers, round,
				dates, deadline);
	}

	public PledgeInProcess aSubmittedPledge() {
		return aPledge().submitted();
	}

	/**
	 * All partners approved it and it stands in this edition's report, which is not
	 * frozen yet.
	 */
	PledgeInProcess anIncludedPledge() {
		return aSubmittedPledge().reviewsAddUpTo(3, 0, 0).reviewed();
	}

	/** The government was asked for changes. */
	PledgeInProcess aPledgeToRevise() {
		return aSubmittedPledge().reviewsAddUpTo(2, 1, 0).reviewed();
	}

	/** All partners declined it. */
	PledgeInProcess aDeclinedPledge() {
		return aSubmittedPledge().reviewsAddUpTo(0, 0, 3).reviewed();
	}

	/** One partner declined what the others approve: the coordinators have to decide. */
	PledgeInProcess aPledgeInDisagreement() {
		return aSubmittedPledge().reviewsAddUpTo(2, 0, 1).reviewed();
	}

	/**
	 * Closes on 2 October 2026 at noon UTC, its next reminder 30 days before, with few
	 * pledges; not opened yet.
	 */
	EditionInProcess anEdition() {
		EditionYear year = new EditionYear(2025 + number.incrementAndGet());
		doReturn(1).when(reports).portions(year);
		return new EditionInProcess(year, transaction, runtime, jobs, cycle, calls);
	}

	public EditionInProcess anOpenCall() {
		return anEdition().opened();
	}

	/** The deadline has passed, the coordinators look at what came in. */
	EditionInProcess aClosedCall() {
		EditionInProcess edition = anOpenCall();
		jobs.fire(edition.process(), "Timer_Deadline");
		return edition;
	}

}
