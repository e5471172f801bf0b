package org.calltolocalaction.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.calltolocalaction.pledges.PledgeReference;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A step has given up: a coordinator finds it in the picture of the process, reads why,
 * and tries it again.
 */
class OperationsJourneyTests extends Journey {

	@Autowired
	private ManagementService management;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest
	@CsvSource({ "en, true", "fr, false" })
	void a_failed_step_is_repaired_from_the_page(Locale language, boolean scripts) {
		story.aSharedCall();
		PledgeReference pledge = story.aSubmittedPledgeBy(story.memberOf("Mendoza"));
		String job = givesUp(pledge);
		PersonAtBrowser laura = signedIn(story.coordinator(), scripts ? PageChecks.WIDE : PageChecks.SMALL, scripts);
		laura.opens("/coordination?lang=" + language.getLanguage());
		try {
			laura.follows(words("processes.title", language)).seesTitle(words("processes.title", language));
			laura.follows(words("processes.model.pledge-lifecycle", language))
				.sees(words("processes.node.pledge-lifecycle.Task_ReviewPledge", language));
			laura.opens("/coordination/processes/pledge-lifecycle/steps/Task_TellReviewers")
				.follows(words("processes.to-failed", language))
				.sees(pledge.value(), words("operations.trouble.NO_ROOM", language));
			laura.page().locator("#job-" + job).check();
			laura.presses(words("operations.retry.chosen", language))
				.isTold(words("operations.retry.done", language, 1));
			jobs.run(pledge);
			laura.opens("/coordination/operations/desk").sees(words("operations.desk.versions", language));
		}
		finally {
			// The other tests' coordinator, too, reads what was chosen last.
			laura.opens("/coordination?lang=en");
		}
		assertThat(jobs.waiting(pledge)).isPositive();
		assertThat(management.createJobQuery().jobId(job).count()).as("it has succeeded").isZero();
	}

	private String givesUp(PledgeReference pledge) {
		String process = runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(pledge.value(), "pledge-lifecycle")
			.singleResult()
			.getId();
		String job = management.createJobQuery()
			.processInstanceId(process)
			.activityId("Task_TellReviewers")
			.singleResult()
			.getId();
		management.setJobRetries(job, 0);
		jdbc.sql("update act_ru_job set exception_msg_ = 'No space left on device' where id_ = ?").param(job).update();
		return job;
	}

}
