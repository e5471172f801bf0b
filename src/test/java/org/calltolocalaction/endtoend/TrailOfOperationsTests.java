package org.calltolocalaction.endtoend;

import java.util.List;
import java.util.Map;
import org.calltolocalaction.coordination.consistency.CheckConsistency;
import org.calltolocalaction.coordination.consistency.Difference;
import org.calltolocalaction.coordination.consistency.RepairDifferences;
import org.calltolocalaction.coordination.operations.JobFilter;
import org.calltolocalaction.coordination.operations.JobId;
import org.calltolocalaction.coordination.operations.RetryJobs;
import org.calltolocalaction.identity.EndSignInWaits;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.request.ClientAddress;
import org.calltolocalaction.pledges.PledgeReference;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;

/** What coordinators put right that has given up or does not fit. */
class TrailOfOperationsTests extends TrailTest {

	private static final EmailAddress WAITING = new EmailAddress("waits.for.a.link@example.org");

	private static final ClientAddress CLIENT = ClientAddress.of("203.0.113.99");

	/** As an entry has it that is about no account. */
	private record SignIn() {

		@Override
		public String toString() {
			return "sign-in";
		}

	}

	@Override
	List<Act> acts() {
		return List.of(new Act("RetryJobs.chosen", "job.retried", () -> {
			PledgeReference pledge = story.aSubmittedPledgeBy(story.memberOf("Kampala"));
			JobId job = givesUp(pledge);
			use(RetryJobs.class).chosen(List.of(job), story.coordinator());
			jobs.run(pledge);
			return Trace.by(story.coordinator(), pledge,
					Map.of("model", "pledge-lifecycle", "step", "Task_TellReviewers", "job", job));
		}), new Act("RetryJobs.found", "job.retried", () -> {
			PledgeReference pledge = story.aSubmittedPledgeBy(story.memberOf("Kampala"));
			JobId job = givesUp(pledge);
			use(RetryJobs.class).found(JobFilter.of("pledge-lifecycle", "Task_TellReviewers"), story.coordinator());
			jobs.run(pledge);
			return Trace.by(story.coordinator(), pledge,
					Map.of("model", "pledge-lifecycle", "step", "Task_TellReviewers", "job", job));
		}), new Act("RepairDifferences.repair", "difference.repaired", () -> {
			PledgeReference pledge = story.aSubmittedPledgeBy(story.memberOf("Kampala"));
			jdbc.sql("update coordination_pledge set title = 'Wrong' where reference = ?")
				.param(pledge.value())
				.update();
			use(CheckConsistency.class).begin(story.coordinator());
			RepairDifferences repair = use(RepairDifferences.class);
			repair.repair(Difference.LINE_IS_WRONG,
					repair.forecast(Difference.LINE_IS_WRONG, story.coordinator()).fingerprint(), story.coordinator());
			return Trace.by(story.coordinator(), pledge,
					Map.of("difference", Difference.LINE_IS_WRONG, "repair", RepairDifferences.Step.WRITE_LINE));
		}), new Act("EndSignInWaits.ofAddress", "signin.waits-ended", () -> {
			askedForALink();
			use(EndSignInWaits.class).ofAddress(WAITING, story.coordinator());
			return Trace.by(story.coordinator(), new SignIn(), Map.of("links", 1)).personal("email", WAITING.value());
		}), new Act("EndSignInWaits.ofClient", "signin.waits-ended", () -> {
			askedForALink();
			use(EndSignInWaits.class).ofClient(CLIENT, story.coordinator());
			return Trace.by(story.coordinator(), new SignIn(), Map.of("links", 1)).personal("client", CLIENT.value());
		}));
	}

	private void askedForALink() {
		jdbc.sql("insert into sign_in_request (email, client, at) values (?, ?, now())")
			.params(WAITING.value(), CLIENT.value())
			.update();
	}

	private JobId givesUp(PledgeReference pledge) {
		String process = use(RuntimeService.class).createProcessInstanceQuery()
			.processInstanceBusinessKey(pledge.value(), "pledge-lifecycle")
			.singleResult()
			.getId();
		ManagementService management = use(ManagementService.class);
		String job = management.createJobQuery()
			.processInstanceId(process)
			.activityId("Task_TellReviewers")
			.singleResult()
			.getId();
		management.setJobRetries(job, 0);
		return new JobId(job);
	}

}
