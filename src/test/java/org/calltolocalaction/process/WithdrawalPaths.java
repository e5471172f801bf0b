package org.calltolocalaction.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import org.calltolocalaction.reviews.rounds.ReviewRound;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class WithdrawalPaths {

	@Autowired
	Given given;

	@Autowired
	Jobs jobs;

	@Autowired
	ManagementService management;

	@Autowired
	ReviewRound round;

	@Test
	void a_pledge_under_review_is_withdrawn_and_the_reviews_that_are_open_are_cancelled() {
		PledgeInProcess pledge = given.aSubmittedPledge().judgedBy("UCLG").counted().judgedBy("MMC");

		pledge.withdrawn();

		isOver(pledge);
		verify(round).cancel(pledge.reference(), new PartnerCode("IOM"));
		verify(round, never()).cancel(pledge.reference(), new PartnerCode("UCLG"));
		verify(round, never()).cancel(pledge.reference(), new PartnerCode("MMC"));
	}

	@Test
	void a_pledge_to_revise_is_withdrawn() {
		PledgeInProcess pledge = given.aPledgeToRevise().withdrawn();

		isOver(pledge);
		verify(round, never()).cancel(any(), any());
	}

	@Test
	void a_pledge_in_disagreement_is_withdrawn() {
		isOver(given.aPledgeInDisagreement().withdrawn());
	}

	@Test
	void an_included_pledge_is_withdrawn_before_the_freeze() {
		isOver(given.anIncludedPledge().withdrawn());
	}

	@Test
	void an_included_pledge_is_withdrawn_while_its_placement_is_in_question() {
		isOver(given.anIncludedPledge().questioned().withdrawn());
	}

	@Test
	void a_pledge_in_its_second_round_is_withdrawn() {
		PledgeInProcess pledge = given.aPledgeToRevise().asks("MMC").resubmitted().withdrawn();

		isOver(pledge);
		verify(round).cancel(pledge.reference(), new PartnerCode("MMC"));
	}

	@Test
	void a_withdrawn_pledge_that_is_submitted_again_goes_the_whole_way_in_a_process_of_its_own() {
		PledgeInProcess pledge = given.aPledgeToRevise().withdrawn();
		isOver(pledge);
		ProcessInstance first = pledge.process();

		pledge.submitted().reviewsAddUpTo(3, 0, 0).reviewed();

		assertThat(pledge.process()).isNotEqualTo(first).isWaitingAt("Task_AwaitFreeze");
		pledge.withdrawn();
		isOver(pledge);
	}

	private void isOver(PledgeInProcess pledge) {
		assertThat(pledge.process()).isEnded()
			.hasPassed("Start_PledgeWithdrawn", "End_Withdrawn")
			.hasNotPassed("End_Included", "End_Declined");
		assertThat(management.createJobQuery().processInstanceId(pledge.process().getId()).count()).isZero();
	}

}
