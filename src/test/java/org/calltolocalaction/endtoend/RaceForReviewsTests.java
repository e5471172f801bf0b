package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.PartnerReviews;
import org.calltolocalaction.reviews.team.TakeReview;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two reviewers of a partner press “Take this review” at the same moment, again and
 * again.
 */
@DeskTest
class RaceForReviewsTests {

	@Autowired
	Story story;

	@Autowired
	TakeReview take;

	@Autowired
	PartnerReviews partnerReviews;

	@Autowired
	TaskService tasks;

	@Test
	void of_two_who_take_a_review_at_once_one_gets_it_and_the_other_is_told_who_each_time() throws Exception {
		story.aSharedCall();
		PledgeReference pledge = story.aSubmittedPledgeBy(story.memberOf("Kampala"));
		Person ana = reviewer("Ana");
		Person ben = reviewer("Ben");
		CyclicBarrier together = new CyclicBarrier(2);
		ExecutorService both = Executors.newFixedThreadPool(2);
		int wonByAna = 0;
		try {
			for (int time = 0; time < times(); time++) {
				List<Future<TakeReview.Result>> race = both
					.invokeAll(List.of(taking(pledge, ana, together), taking(pledge, ben, together)));
				TakeReview.Result anas = race.get(0).get();
				TakeReview.Result bens = race.get(1).get();
				boolean anaWon = anas instanceof TakeReview.Taken;
				Person winner = anaWon ? ana : ben;

				assertThat(anaWon ? bens : anas).isEqualTo(new TakeReview.TakenBy(winner.id()));
				assertThat(anaWon ? anas : bens).isInstanceOf(TakeReview.Taken.class);
				assertThat(partnerReviews.review(pledge, ana).takenBy()).contains(winner.id());
				assertThat(assigneeOf(pledge)).isEqualTo(winner.id());

				take.release(pledge, winner);
				wonByAna += anaWon ? 1 : 0;
			}
		}
		finally {
			both.shutdown();
		}
		// Otherwise they did not race at all.
		assertThat(wonByAna).isBetween(1, times() - 1);
		assertThat(partnerReviews.review(pledge, ana).takenBy()).isEmpty();
	}

	/**
	 * A thousand take some fifteen seconds, which the benchmarks have and the suite has
	 * not.
	 */
	int times() {
		return 100;
	}

	private Callable<TakeReview.Result> taking(PledgeReference pledge, Person reviewer, CyclicBarrier together) {
		return () -> {
			together.await();
			return take.take(pledge, null, reviewer);
		};
	}

	private AccountId assigneeOf(PledgeReference pledge) {
		return AccountId.of(tasks.createTaskQuery()
			.processInstanceBusinessKey(pledge.value())
			.taskCandidateGroup("UCLG")
			.includeAssignedTasks()
			.singleResult()
			.getAssignee());
	}

	private Person reviewer(String name) {
		return story.reviewer("UCLG", name + UUID.randomUUID().toString().substring(0, 8));
	}

}
