package org.calltolocalaction.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import org.calltolocalaction.notifications.review.ReviewRoundMails;
import org.calltolocalaction.pledges.DecidePledge;
import org.calltolocalaction.pledges.DisagreementReason;
import org.calltolocalaction.reviews.ReviewTally;
import org.calltolocalaction.reviews.rounds.ReviewRound;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class ReviewTimerPaths {

	@Autowired
	Given given;

	@Autowired
	Jobs jobs;

	@Autowired
	ReviewRound round;

	@Autowired
	DecidePledge decide;

	@Autowired
	ReviewRoundMails mails;

	@Test
	void the_timers_of_a_round_are_due_when_the_domain_says() {
		PledgeInProcess pledge = given.aSubmittedPledge();

		assertThat(jobs.dueAt(pledge.process(), "Timer_ReviewOverdue")).isEqualTo(PledgeInProcess.REVIEWS_DUE);
		assertThat(jobs.dueAt(pledge.process(), "Timer_ReviewStillOverdue")).isEqualTo(PledgeInProcess.LEADS_TOLD);
		assertThat(jobs.dueAt(pledge.process(), "Timer_ReviewEscalation")).isEqualTo(PledgeInProcess.COORDINATORS_TOLD);
		assertThat(jobs.dueAt(pledge.process(), "Timer_ReviewCutOff")).isEqualTo(PledgeInProcess.REVIEWS_END);
	}

	@Test
	void overdue_reviews_are_reminded_of_once_for_the_whole_round_and_stay_open() {
		PledgeInProcess pledge = given.aSubmittedPledge();

		jobs.fire(pledge.process(), "Timer_ReviewOverdue");

		verify(mails).remindReviewers(pledge.reference());
		assertThat(pledge.process()).isWaitingAt("Task_ReviewPledge").hasPassed("End_ReviewersReminded");
		assertThat(jobs.at(pledge.process(), "Timer_ReviewOverdue")).isEmpty();
		verify(round, never()).cancel(any(), any());
		pledge.reviewsAddUpTo(3, 0, 0).reviewed();
		assertThat(pledge.process()).isWaitingAt("Task_AwaitFreeze");
	}

	@Test
	void reviews_that_are_still_overdue_are_told_to_the_leads_and_stay_open() {
		PledgeInProcess pledge = given.aSubmittedPledge();

		jobs.fire(pledge.process(), "Timer_ReviewOverdue");
		jobs.fire(pledge.process(), "Timer_ReviewStillOverdue");

		verify(mails).tellLeads(pledge.reference());
		verify(mails, never()).tellCoordinators(any());
		assertThat(pledge.process()).isWaitingAt("Task_ReviewPledge").hasPassed("End_LeadsTold");
		verify(round, never()).cancel(any(), any());
	}

	@Test
	void reviews_that_are_long_overdue_are_told_to_the_coordinators_and_stay_open() {
		PledgeInProcess pledge = given.aSubmittedPledge();

		jobs.fire(pledge.process(), "Timer_ReviewOverdue");
		jobs.fire(pledge.process(), "Timer_ReviewStillOverdue");
		jobs.fire(pledge.process(), "Timer_ReviewEscalation");

		verify(mails).tellCoordinators(pledge.reference());
		assertThat(pledge.process()).isWaitingAt("Task_ReviewPledge").hasPassed("End_CoordinatorsAlerted");
		verify(round, never()).cancel(any(), any());
	}

	@Test
	void at_the_cut_off_missing_reviews_are_cancelled_and_the_coordinators_decide() {
		PledgeInProcess pledge = given.aSubmittedPledge().judgedBy("UCLG").counted();
		pledge.reviewsAddUpTo(new ReviewTally(1, 0, 0, 2, 1));

		jobs.fire(pledge.process(), "Timer_ReviewCutOff");

		assertThat(pledge.process()).isWaitingAt("Task_DecideDisagreement").isNotWaitingAt("Task_ReviewPledge");
		verify(decide).referToCoordinators(pledge.reference(), DisagreementReason.MISSING_REVIEW);
		verify(round).cancel(pledge.reference(), new PartnerCode("MMC"));
		verify(round).cancel(pledge.reference(), new PartnerCode("IOM"));
		verify(round, never()).cancel(pledge.reference(), new PartnerCode("UCLG"));
	}

	@Test
	void a_review_that_is_complete_but_not_counted_at_the_cut_off_is_not_cancelled() {
		PledgeInProcess pledge = given.aSubmittedPledge().judgedBy("UCLG").judgedBy("MMC").judgedBy("IOM");
		pledge.reviewsAddUpTo(3, 0, 0);

		jobs.fire(pledge.process(), "Timer_ReviewCutOff");

		assertThat(pledge.process()).isWaitingAt("Task_AwaitFreeze");
		assertThat(jobs.at(pledge.process(), "Task_ReviewPledge")).isEmpty();
		verify(round, never()).cancel(any(), any());
		verify(round).tally(pledge.reference());
	}

	@Test
	void no_timer_is_left_when_the_round_is_over() {
		PledgeInProcess pledge = given.anIncludedPledge();

		assertThat(jobs.at(pledge.process(), "Timer_ReviewOverdue")).isEmpty();
		assertThat(jobs.at(pledge.process(), "Timer_ReviewStillOverdue")).isEmpty();
		assertThat(jobs.at(pledge.process(), "Timer_ReviewEscalation")).isEmpty();
		assertThat(jobs.at(pledge.process(), "Timer_ReviewCutOff")).isEmpty();
	}

	@Test
	void timers_that_are_still_to_come_follow_the_calendar_and_one_that_fired_does_not_come_back() {
		PledgeInProcess pledge = given.aSubmittedPledge();
		jobs.fire(pledge.process(), "Timer_ReviewOverdue");

		pledge.datesMovedBy(Duration.ofDays(7));

		assertThat(jobs.at(pledge.process(), "Timer_ReviewOverdue")).isEmpty();
		assertThat(jobs.dueAt(pledge.process(), "Timer_ReviewStillOverdue"))
			.isEqualTo(PledgeInProcess.LEADS_TOLD.plus(Duration.ofDays(7)));
		assertThat(jobs.dueAt(pledge.process(), "Timer_ReviewEscalation"))
			.isEqualTo(PledgeInProcess.COORDINATORS_TOLD.plus(Duration.ofDays(7)));
		assertThat(jobs.dueAt(pledge.process(), "Timer_ReviewCutOff"))
			.isEqualTo(PledgeInProcess.REVIEWS_END.plus(Duration.ofDays(7)));
	}

	@Test
	void the_second_round_has_timers_of_its_own() {
		PledgeInProcess pledge = given.aSubmittedPledge();
		jobs.fire(pledge.process(), "Timer_ReviewOverdue");
		pledge.reviewsAddUpTo(0, 3, 0).reviewed().resubmitted();

		jobs.fire(pledge.process(), "Timer_ReviewOverdue");

		verify(mails, times(2)).remindReviewers(pledge.reference());
	}

}
