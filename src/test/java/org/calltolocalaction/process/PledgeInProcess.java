package org.calltolocalaction.process;

import static org.mockito.Mockito.doReturn;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.calltolocalaction.editions.Timeliness;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.pledges.Outcome;
import org.calltolocalaction.pledges.PledgeLifecycle;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.placement.CheckDeadline;
import org.calltolocalaction.pledges.placement.DeadlineFacts;
import org.calltolocalaction.reviews.ReviewTally;
import org.calltolocalaction.reviews.ReviewTasks;
import org.calltolocalaction.reviews.rounds.ReviewDates;
import org.calltolocalaction.reviews.rounds.ReviewRound;
import org.calltolocalaction.reviews.rounds.ReviewTimers;
import org.calltolocalaction.reviews.rounds.RoundDates;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A pledge as its lifecycle meets it: what the domain would answer, and what people do,
 * told through the ports.
 */
class PledgeInProcess {

	static final Instant REVIEWS_DUE = QuietEngine.NOW.plus(Duration.ofDays(14));

	static final Instant LEADS_TOLD = REVIEWS_DUE.plus(Duration.ofDays(2));

	static final Instant COORDINATORS_TOLD = REVIEWS_DUE.plus(Duration.ofDays(5));

	static final Instant REVIEWS_END = Instant.parse("2026-10-31T12:00:00Z");

	private final PledgeReference reference;

	private final TransactionTemplate transaction;

	private final RuntimeService runtime;

	private final Jobs jobs;

	private final PledgeLifecycle lifecycle;

	private final ReviewTasks reviewTasks;

	private final ReviewTimers reviewTimers;

	private final ReviewRound round;

	private final ReviewDates dates;

	private final CheckDeadline deadline;

	private List<PartnerCode> partners;

	private ProcessInstance process;

	PledgeInProcess(PledgeReference reference, TransactionTemplate transaction, RuntimeService runtime, Jobs jobs,
			PledgeLifecycle lifecycle, ReviewTasks reviewTasks, ReviewTimers reviewTimers, ReviewRound round,
			ReviewDates dates, CheckDeadline deadline) {
		this.reference = reference;
		this.transaction = transaction;
		this.runtime = runtime;
		this.jobs = jobs;
		this.lifecycle = lifecycle;
		this.reviewTasks = reviewTasks;
		this.reviewTimers = reviewTimers;
		this.round = round;
		this.dates = dates;
		this.deadline = deadline;
		datesLaterBy(Duration.ZERO);
		asks("UCLG", "MMC", "IOM");
		was(Timeliness.IN_TIME);
	}

	PledgeReference reference() {
		return reference;
	}

	ProcessInstance process() {
		return process;
	}

	/** Whom the next round of reviews asks. */
	PledgeInProcess asks(String... codes) {
		partners = Arrays.stream(codes).map(PartnerCode::new).toList();
		doReturn(partners).when(round).partnersToAsk(reference);
		return this;
	}

	/** In the first round, and none is missing. */
	PledgeInProcess reviewsAddUpTo(int approvals, int changeRequests, int declines) {
		return reviewsAddUpTo(new ReviewTally(approvals, changeRequests, declines, 0, 1));
	}

	PledgeInProcess reviewsAddUpTo(ReviewTally tally) {
		doReturn(tally).when(round).tally(reference);
		return this;
	}

	/**
	 * How the first submission stands to the deadline as it is now; the report is not
	 * frozen.
	 */
	PledgeInProcess was(Timeliness timeliness) {
		doReturn(new DeadlineFacts(timeliness, false)).when(deadline).factsOf(reference);
		return this;
	}

	/** The report was frozen while the pledge was under review. */
	PledgeInProcess missedTheFreeze() {
		doReturn(new DeadlineFacts(Timeliness.IN_TIME, true)).when(deadline).factsOf(reference);
		return this;
	}

	PledgeInProcess submitted() {
		inTransaction(() -> lifecycle.submitted(reference));
		process = running();
		return this;
	}

	/**
	 * The partner judges: its review is complete, but the engine has not counted it yet.
	 */
	PledgeInProcess judgedBy(String partner) {
		inTransaction(() -> reviewTasks.completed(reference, new PartnerCode(partner)));
		return this;
	}

	/** The partner judges once more. */
	PledgeInProcess reopenedBy(String partner) {
		inTransaction(() -> reviewTasks.reopened(reference, new PartnerCode(partner), AccountId.random()));
		return this;
	}

	/** A coordinator has it judge once more, instead of what the reviews had come to. */
	PledgeInProcess sentBackFrom(PledgeState outcome, String partner) {
		inTransaction(() -> reviewTasks.newReviewRequested(outcome, reference, new PartnerCode(partner)));
		process = running();
		return this;
	}

	private ProcessInstance running() {
		return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference.value()).singleResult();
	}

	/** Nobody waits for reviews any longer. */
	PledgeInProcess cutOff() {
		jobs.fire(process, "Timer_ReviewCutOff");
		return this;
	}

	/** The engine counts the reviews that are complete, one after the other. */
	PledgeInProcess counted() {
		jobs.at(process, Tasks.REVIEW_PLEDGE).forEach(jobs::run);
		return this;
	}

	/** All partners of this round judge. */
	PledgeInProcess reviewed() {
		partners.forEach(partner -> judgedBy(partner.value()));
		return counted();
	}

	/** The edition's review calendar is another. */
	void datesMovedBy(Duration later) {
		datesLaterBy(later);
		inTransaction(() -> reviewTimers.reset(Map.of(reference, new RoundDates(dates.due(reference),
				dates.leadsTold(reference), dates.coordinatorsTold(reference), dates.cutOff(reference)))));
	}

	/** A round that begins from now on is due so much later. */
	PledgeInProcess nowDueIn(Duration later) {
		datesLaterBy(later);
		return this;
	}

	private void datesLaterBy(Duration later) {
		doReturn(REVIEWS_DUE.plus(later)).when(dates).due(reference);
		doReturn(LEADS_TOLD.plus(later)).when(dates).leadsTold(reference);
		doReturn(COORDINATORS_TOLD.plus(later)).when(dates).coordinatorsTold(reference);
		doReturn(REVIEWS_END.plus(later)).when(dates).cutOff(reference);
	}

	PledgeInProcess resubmitted() {
		inTransaction(() -> lifecycle.resubmitted(reference));
		return this;
	}

	PledgeInProcess decidedByTheCoordinators(Outcome outcome) {
		inTransaction(() -> lifecycle.disagreementDecided(reference, outcome));
		return this;
	}

	PledgeInProcess withdrawn() {
		inTransaction(() -> lifecycle.withdrawn(reference));
		return this;
	}

	/**
	 * The deadline of its call has moved; the check that this asks for has not run yet.
	 */
	PledgeInProcess questioned() {
		inTransaction(() -> lifecycle.placementQuestioned(List.of(reference)));
		return this;
	}

	PledgeInProcess checkedAnew() {
		jobs.run(process, "Boundary_PlacementQuestioned");
		return this;
	}

	static void frozenTogether(PledgeInProcess... pledges) {
		pledges[0].inTransaction(
				() -> pledges[0].lifecycle.frozen(Stream.of(pledges).map(PledgeInProcess::reference).toList()));
	}

	private void inTransaction(Runnable act) {
		transaction.executeWithoutResult(status -> act.run());
	}

}
