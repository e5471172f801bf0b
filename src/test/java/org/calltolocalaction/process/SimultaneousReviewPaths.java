package org.calltolocalaction.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.Mockito.verify;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.calltolocalaction.pledges.DecidePledge;
import org.calltolocalaction.reviews.ReviewTasks;
import org.calltolocalaction.reviews.rounds.ReviewRound;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

abstract class SimultaneousReviewPaths {

	@Autowired
	Given given;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	ReviewTasks reviewTasks;

	@Autowired
	ReviewRound round;

	@Autowired
	DecidePledge decide;

	@Autowired
	HistoryService history;

	@RepeatedTest(10)
	void two_partners_who_judge_at_the_same_moment_both_succeed_and_are_counted_once() throws Exception {
		PledgeInProcess pledge = given.aSubmittedPledge().judgedBy("UCLG").counted();
		CyclicBarrier together = new CyclicBarrier(2);
		ExecutorService partners = Executors.newFixedThreadPool(2);
		try {
			List<Future<Void>> judged = partners
				.invokeAll(List.of(judgement(pledge, "MMC", together), judgement(pledge, "IOM", together)));
			for (Future<Void> one : judged) {
				one.get();
			}
		}
		finally {
			partners.shutdownNow();
		}

		pledge.reviewsAddUpTo(3, 0, 0).counted();

		assertThat(pledge.process()).isWaitingAt("Task_AwaitFreeze");
		assertThat(history.createHistoricActivityInstanceQuery()
			.processInstanceId(pledge.process().getId())
			.activityId("Decision_ReviewOutcome")
			.count()).isOne();
		verify(round).tally(pledge.reference());
		verify(decide).accept(pledge.reference());
	}

	/** Neither is committed before both have done all that they do. */
	private Callable<Void> judgement(PledgeInProcess pledge, String partner, CyclicBarrier together) {
		return () -> transaction.execute(status -> {
			meet(together);
			reviewTasks.completed(pledge.reference(), new PartnerCode(partner));
			meet(together);
			return null;
		});
	}

	private static void meet(CyclicBarrier together) {
		try {
			together.await(10, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new IllegalStateException("One had to wait for the other", ex);
		}
	}

}
