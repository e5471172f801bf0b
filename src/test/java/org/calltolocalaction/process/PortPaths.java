package org.calltolocalaction.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.calltolocalaction.editions.EditionCycle;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.pledges.Outcome;
import org.calltolocalaction.pledges.PledgeLifecycle;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.reviews.OpenReviewTasks;
import org.calltolocalaction.reviews.OpenReviewTasks.ReviewTask;
import org.calltolocalaction.reviews.ReviewTasks;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

abstract class PortPaths {

	private static final PledgeReference UNKNOWN = new PledgeReference("CLA-2018-9999");

	private static final EditionYear NEVER_OPENED = new EditionYear(2018);

	private static final PartnerCode UCLG = new PartnerCode("UCLG");

	private static final AccountId REVIEWER = new AccountId(UUID.fromString("00000000-0000-4000-8000-000000000001"));

	@Autowired
	Given given;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	RuntimeService runtime;

	@Autowired
	TaskService tasks;

	@Autowired
	PledgeLifecycle lifecycle;

	@Autowired
	EditionCycle cycle;

	@Autowired
	ReviewTasks reviewTasks;

	@Autowired
	OpenReviewTasks openReviewTasks;

	@Test
	void nothing_moves_outside_the_transaction_of_what_happened() {
		List<Runnable> acts = List.of(() -> lifecycle.submitted(UNKNOWN), () -> lifecycle.resubmitted(UNKNOWN),
				() -> lifecycle.disagreementDecided(UNKNOWN, Outcome.ACCEPTED), () -> lifecycle.withdrawn(UNKNOWN),
				() -> lifecycle.placementQuestioned(List.of()), () -> lifecycle.frozen(List.of()),
				() -> cycle.opened(NEVER_OPENED), () -> cycle.deadlineMoved(NEVER_OPENED),
				() -> cycle.contentsConfirmed(NEVER_OPENED), () -> cycle.reportApproved(NEVER_OPENED),
				() -> reviewTasks.taken(UNKNOWN, UCLG, REVIEWER), () -> reviewTasks.released(UNKNOWN, UCLG),
				() -> reviewTasks.completed(UNKNOWN, UCLG), () -> reviewTasks.reopened(UNKNOWN, UCLG, REVIEWER),
				() -> reviewTasks.newReviewRequested(PledgeState.DECLINED, UNKNOWN, UCLG));

		assertThat(acts)
			.allSatisfy(act -> assertThatThrownBy(act::run).isInstanceOf(IllegalTransactionStateException.class));
		assertThat(runtime.createProcessInstanceQuery().count()).isZero();
	}

	@Test
	void what_does_not_fit_fails_and_says_what_was_expected_of_whom_and_what_was_found() {
		Map<String, Runnable> acts = Map.of("Task_RevisePledge", () -> lifecycle.resubmitted(UNKNOWN),
				"Task_DecideDisagreement", () -> lifecycle.disagreementDecided(UNKNOWN, Outcome.ACCEPTED),
				"PledgeWithdrawn", () -> lifecycle.withdrawn(UNKNOWN), "PlacementQuestioned",
				() -> lifecycle.placementQuestioned(List.of(UNKNOWN)), "ReportFrozen",
				() -> lifecycle.frozen(List.of(UNKNOWN)), "Task_ReviewPledge",
				() -> reviewTasks.completed(UNKNOWN, UCLG));

		assertThat(acts).allSatisfy((expected, act) -> fails(act,
				"Expected exactly one open " + expected + " of CLA-2018-9999", "found 0"));
	}

	@Test
	void an_edition_that_is_somewhere_else_fails_in_the_same_way() {
		EditionYear open = given.anOpenCall().year();

		fails(() -> cycle.contentsConfirmed(open), "Task_ConfirmContents of " + open, "found 0");
		fails(() -> cycle.reportApproved(open), "Task_ApproveReport of " + open, "found 0");
		fails(() -> cycle.deadlineMoved(NEVER_OPENED), "DeadlineMoved of 2018", "found 0");
	}

	@Test
	void what_has_begun_does_not_begin_again() {
		PledgeInProcess pledge = given.aSubmittedPledge();
		EditionYear open = given.anOpenCall().year();

		fails(() -> lifecycle.submitted(pledge.reference()), "pledge-lifecycle of " + pledge.reference(), "found 1");
		fails(() -> cycle.opened(open), "edition-cycle of " + open, "found 1");
	}

	@Test
	void a_partner_that_is_not_asked_has_no_review_to_complete() {
		PledgeReference reference = given.aPledge().asks("MMC").submitted().reference();

		fails(() -> reviewTasks.completed(reference, UCLG), reference + " for UCLG", "found 0");
	}

	@Test
	void a_review_is_taken_given_back_and_completed_by_another() {
		PledgeInProcess pledge = given.aSubmittedPledge();
		inTransaction(() -> reviewTasks.taken(pledge.reference(), UCLG, REVIEWER));
		assertThat(tasks.createTaskQuery().taskAssignee(REVIEWER.toString()).count()).isOne();

		inTransaction(() -> reviewTasks.released(pledge.reference(), UCLG));
		assertThat(tasks.createTaskQuery().taskAssignee(REVIEWER.toString()).count()).isZero();

		inTransaction(() -> reviewTasks.taken(pledge.reference(), UCLG, AccountId.random()));
		pledge.judgedBy("UCLG");
		assertThat(openReviewTasks.all()).extracting(ReviewTask::partner).doesNotContain(UCLG);
	}

	@Test
	void the_open_review_tasks_can_be_compared_with_the_rows() {
		PledgeInProcess one = given.aSubmittedPledge().judgedBy("UCLG").counted().judgedBy("MMC");
		PledgeInProcess two = given.aPledge().asks("UCLG").submitted();
		given.aPledgeToRevise();

		assertThat(openReviewTasks.all()).containsExactlyInAnyOrder(
				new ReviewTask(one.reference(), new PartnerCode("IOM")), new ReviewTask(two.reference(), UCLG));
	}

	private void fails(Runnable act, String... said) {
		assertThatThrownBy(() -> inTransaction(act)).isInstanceOf(IllegalStateException.class)
			.hasMessageContainingAll(said);
	}

	private void inTransaction(Runnable act) {
		transaction.executeWithoutResult(status -> act.run());
	}

}
