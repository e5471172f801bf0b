package org.calltolocalaction.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import org.calltolocalaction.editions.Timeliness;
import org.calltolocalaction.notifications.pledge.PlacementMails;
import org.calltolocalaction.pledges.placement.PlacementReason;
import org.calltolocalaction.reports.IncludePledge;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.beans.factory.annotation.Autowired;

abstract class PlacementPaths {

	private static final String CHECK = "Boundary_PlacementQuestioned";

	@Autowired
	Given given;

	@Autowired
	Jobs jobs;

	@Autowired
	IncludePledge include;

	@Autowired
	PlacementMails mails;

	@Test
	void a_pledge_within_the_grace_period_stands_in_this_editions_report() {
		PledgeInProcess pledge = given.aPledge().was(Timeliness.IN_GRACE).submitted();
		pledge.reviewsAddUpTo(3, 0, 0).reviewed();

		verify(include).inThisEdition(pledge.reference(), PlacementReason.IN_GRACE);
		verify(mails, never()).carriedOver(any(), any());
	}

	@Test
	void a_late_pledge_is_carried_over_and_its_government_is_told() {
		PledgeInProcess pledge = given.aPledge().was(Timeliness.LATE).submitted();
		pledge.reviewsAddUpTo(3, 0, 0).reviewed();

		assertThat(pledge.process()).isWaitingAt("Task_AwaitFreeze")
			.hasPassedInOrder("Task_CarryOver", "Task_TellOfCarryOver");
		InOrder order = inOrder(include, mails);
		order.verify(include).inNextEdition(pledge.reference(), PlacementReason.LATE);
		order.verify(mails).carriedOver(pledge.reference(), PlacementReason.LATE);
		verify(include, never()).inThisEdition(any(), any());
	}

	@Test
	void a_pledge_that_was_decided_after_the_freeze_is_carried_over_for_that_reason() {
		PledgeInProcess pledge = given.aSubmittedPledge().missedTheFreeze().reviewsAddUpTo(3, 0, 0).reviewed();

		verify(include).inNextEdition(pledge.reference(), PlacementReason.DECIDED_AFTER_FREEZE);
		verify(mails).carriedOver(pledge.reference(), PlacementReason.DECIDED_AFTER_FREEZE);
	}

	@Test
	void a_pledge_submitted_while_no_call_was_open_waits_for_the_next_and_its_government_is_told() {
		PledgeInProcess pledge = given.aPledge().was(Timeliness.BEFORE_CALL).submitted();
		pledge.reviewsAddUpTo(3, 0, 0).reviewed();

		assertThat(pledge.process()).isWaitingAt("Task_AwaitFreeze");
		verify(include).inNextEdition(pledge.reference(), PlacementReason.BEFORE_CALL);
		verify(mails).carriedOver(pledge.reference(), PlacementReason.BEFORE_CALL);
	}

	@Test
	void a_deadline_that_moves_earlier_carries_an_included_pledge_over() {
		PledgeInProcess pledge = given.anIncludedPledge();

		pledge.was(Timeliness.LATE).questioned();
		verify(include, never()).inNextEdition(any(), any());
		pledge.checkedAnew();

		assertThat(pledge.process()).isWaitingAt("Task_AwaitFreeze");
		verify(include).inThisEdition(eq(pledge.reference()), any());
		verify(include).inNextEdition(pledge.reference(), PlacementReason.LATE);
		verify(mails).carriedOver(pledge.reference(), PlacementReason.LATE);
	}

	@Test
	void a_deadline_that_moves_later_brings_a_carried_over_pledge_back() {
		PledgeInProcess pledge = given.anIncludedPledge().was(Timeliness.LATE).questioned().checkedAnew();

		pledge.was(Timeliness.IN_TIME).questioned().checkedAnew();

		assertThat(pledge.process()).isWaitingAt("Task_AwaitFreeze");
		InOrder order = inOrder(include);
		order.verify(include).inThisEdition(eq(pledge.reference()), any());
		order.verify(include).inNextEdition(pledge.reference(), PlacementReason.LATE);
		order.verify(include).inThisEdition(eq(pledge.reference()), any());
		verify(mails).carriedOver(pledge.reference(), PlacementReason.LATE);
	}

	@Test
	void a_deadline_that_moves_twice_before_the_check_ran_is_checked_once_by_where_it_is_then() {
		PledgeInProcess pledge = given.anIncludedPledge();

		pledge.was(Timeliness.LATE).questioned();
		pledge.was(Timeliness.IN_GRACE).questioned();
		pledge.checkedAnew();

		assertThat(pledge.process()).isWaitingAt("Task_AwaitFreeze");
		assertThat(jobs.at(pledge.process(), CHECK)).isEmpty();
		verify(include, times(2)).inThisEdition(eq(pledge.reference()), any());
		verify(include, never()).inNextEdition(any(), any());
	}

	@Test
	void a_deadline_that_moves_while_the_check_runs_has_it_run_again() {
		PledgeInProcess pledge = given.anIncludedPledge().was(Timeliness.LATE).questioned();
		doAnswer(placing -> movedByAnotherCoordinator(pledge)).when(include).inNextEdition(any(), any());

		assertThatThrownBy(pledge::checkedAnew).isInstanceOf(OptimisticLockingException.class);
		jobs.fire(pledge.process(), CHECK);

		assertThat(pledge.process()).isWaitingAt("Task_AwaitFreeze");
		verify(include, times(2)).inThisEdition(eq(pledge.reference()), any());
	}

	@Test
	void a_deadline_that_moves_gives_a_check_that_had_given_up_another_try() {
		PledgeInProcess pledge = given.anIncludedPledge().questioned();
		RuntimeException failure = new IllegalStateException("No such edition");
		doAnswer(failing -> {
			throw failure;
		}).when(include).inThisEdition(any(), any());
		jobs.failUntilAnIncident(pledge.process(), CHECK, failure);

		doAnswer(placed -> null).when(include).inThisEdition(any(), any());
		pledge.questioned().checkedAnew();

		assertThat(pledge.process()).isWaitingAt("Task_AwaitFreeze");
	}

	@Test
	void the_freeze_ends_the_lifecycle_of_all_pledges_in_the_report() {
		PledgeInProcess one = given.anIncludedPledge();
		PledgeInProcess two = given.anIncludedPledge();
		PledgeInProcess ofNextEdition = given.anIncludedPledge().was(Timeliness.LATE).questioned().checkedAnew();
		for (PledgeInProcess pledge : new PledgeInProcess[] { one, two }) {
			jobs.run(pledge.process(), "Task_TellReviewers");
		}

		PledgeInProcess.frozenTogether(one, two);

		assertThat(one.process()).isEnded().hasPassed("End_Included");
		assertThat(two.process()).isEnded().hasPassed("End_Included");
		assertThat(ofNextEdition.process()).isWaitingAt("Task_AwaitFreeze");
	}

	@Test
	void a_report_is_not_frozen_around_a_placement_that_is_in_question() {
		PledgeInProcess certain = given.anIncludedPledge();
		PledgeInProcess inQuestion = given.anIncludedPledge().questioned();

		assertThatThrownBy(() -> PledgeInProcess.frozenTogether(certain, inQuestion))
			.hasMessageContaining(inQuestion.reference().value());

		assertThat(certain.process()).isWaitingAt("Task_AwaitFreeze");
		inQuestion.checkedAnew();
		PledgeInProcess.frozenTogether(certain, inQuestion);
		assertThat(certain.process()).hasPassed("End_Included");
		assertThat(inQuestion.process()).hasPassed("End_Included");
	}

	private static Void movedByAnotherCoordinator(PledgeInProcess pledge) throws InterruptedException {
		Thread coordinator = new Thread(() -> pledge.was(Timeliness.IN_TIME).questioned());
		coordinator.start();
		coordinator.join();
		return null;
	}

}
