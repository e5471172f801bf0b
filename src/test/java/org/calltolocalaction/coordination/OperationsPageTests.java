package org.calltolocalaction.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.calltolocalaction.coordination.operations.JobId;
import org.calltolocalaction.coordination.operations.RetryJobs;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotAllowed;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.testing.AtOnce;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Coordinators see where everything is in the process and what has given up, and put it
 * right; auditors see it.
 */
@DeskTest
class OperationsPageTests {

	private static final String OPERATIONS = "/coordination/operations";

	private static final String TELLING = OPERATIONS + "?model=pledge-lifecycle&step=Task_TellReviewers";

	@Autowired
	private Story story;

	@Autowired
	private Visitors visitors;

	@Autowired
	private EngineJobs jobs;

	@Autowired
	private ManagementService management;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private RetryJobs retry;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private GrantRole roles;

	@Autowired
	private People people;

	@Autowired
	private JdbcClient jdbc;

	private Visitor coordinator;

	private PledgeReference pledge;

	@BeforeEach
	void a_step_has_given_up() {
		story.aSharedCall();
		pledge = story.aSubmittedPledgeBy(story.memberOf("Mendoza"));
		coordinator = visitors.signedIn(story.coordinator());
		givesUp(pledge);
	}

	@AfterEach
	void goes_on() {
		retry.chosen(List.of(failed(pledge)), story.coordinator());
		jobs.run(pledge);
	}

	@Test
	void what_has_given_up_is_listed_in_plain_words_with_the_technical_text_folded() {
		String page = coordinator.opens(TELLING).text();

		assertThat(page).contains(pledge.value(), "Tell reviewers",
				"Something is in another state than the step expects", failed(pledge).value(), "IllegalStateException");
		assertThat(visitors.page(auditor(), TELLING)).contains(pledge.value())
			.doesNotContain("Try the selected steps again", "type=\"checkbox\"");
		assertThat(coordinator.opens(OPERATIONS + "?model=mail-digest").text()).doesNotContain(pledge.value());
		assertThat(coordinator.opens(OPERATIONS + "?model=%00&step=nonsense!&after=x").status()).isEqualTo(200);
	}

	@Test
	void a_chosen_step_gets_one_more_try_and_the_trail_says_so() {
		JobId job = failed(pledge);

		String after = coordinator.sends(OPERATIONS + "/retry", Map.of("job", job.value())).text();

		assertThat(after).contains("Steps that are tried again: 1.");
		assertThat(job(pledge).getRetries()).isEqualTo(1);
		assertThat(incidents(job)).isZero();
		assertThat(trail.of(pledge)).filteredOn(entry -> entry.kind().equals("job.retried"))
			.singleElement()
			.satisfies(entry -> assertThat(entry.facts()).containsEntry("step", "Task_TellReviewers")
				.containsEntry("job", job.value()));
		jobs.run(pledge);
		assertThat(coordinator.opens(TELLING).text()).doesNotContain(pledge.value());
		assertThat(coordinator.opens("/coordination/trail?q=" + pledge).text()).contains("Failed step tried again");
	}

	@Test
	void all_that_was_found_is_tried_at_once_and_nothing_else() {
		PledgeReference other = story.aSubmittedPledgeBy(story.memberOf("Quito"));
		givesUp(other);

		coordinator.sends(OPERATIONS + "/retry",
				Map.of("all", "all", "model", "pledge-lifecycle", "step", "Task_TellLeads"));
		assertThat(job(pledge).getRetries()).isZero();
		coordinator.sends(OPERATIONS + "/retry",
				Map.of("all", "all", "model", "pledge-lifecycle", "step", "Task_TellReviewers"));

		assertThat(job(pledge).getRetries()).isEqualTo(1);
		assertThat(job(other).getRetries()).isEqualTo(1);
		jobs.run(other);
	}

	@Test
	void of_two_who_try_the_same_at_once_one_does() throws Exception {
		JobId job = failed(pledge);
		List<Integer> tried = AtOnce.allAtOnce(2, () -> retry.chosen(List.of(job), story.coordinator()));

		assertThat(tried).containsExactlyInAnyOrder(0, 1);
	}

	@Test
	void whoever_comes_late_chooses_nothing_or_only_audits_changes_nothing() {
		JobId job = failed(pledge);
		assertThat(coordinator.sends(OPERATIONS + "/retry", Map.of()).text()).contains("Select at least one step");
		assertThat(job(pledge).getRetries()).isZero();
		assertThatThrownBy(() -> retry.chosen(List.of(job), auditor())).isInstanceOf(NotAllowed.class);

		retry.chosen(List.of(job), story.coordinator());
		jobs.run(pledge);
		assertThat(coordinator.sends(OPERATIONS + "/retry", Map.of("job", job.value())).text())
			.contains("None of these steps is waiting any more");
	}

	@Test
	void the_model_shows_how_many_are_where_and_what_has_failed_and_each_number_leads_to_its_list() {
		String models = coordinator.opens("/coordination/processes").text();
		String model = coordinator.opens("/coordination/processes/pledge-lifecycle").text();

		assertThat(models).contains("A pledge from its submission to the report",
				"/coordination/processes/edition-cycle");
		assertThat(model)
			.contains("<svg", "data-node=\"Task_ReviewPledge\"", "process-badge--failed",
					"/coordination/processes/pledge-lifecycle/steps/Task_TellReviewers", "<table",
					"Review the pledge: here now")
			.doesNotContain("style=");
		assertThat(visitors.page(auditor(), "/coordination/processes/pledge-lifecycle?lang=fr"))
			.contains("Examiner l’engagement");
	}

	@Test
	void a_step_lists_what_is_there_with_the_way_to_its_page_fifty_a_page() {
		String step = "/coordination/processes/pledge-lifecycle/steps/Task_TellReviewers";
		String before = step + "?after=" + before(pledge);

		assertThat(coordinator.opens(before).text()).contains("/coordination/pledges/" + pledge, "Failed",
				"/coordination/operations?model=pledge-lifecycle&amp;step=Task_TellReviewers");
		assertThat(coordinator.opens(step + "?after=" + pledge).text())
			.doesNotContain("/coordination/pledges/" + pledge);
		assertThat(coordinator.opens("/coordination/processes/pledge-lifecycle/steps/Task_Nowhere").status())
			.isEqualTo(404);
		assertThat(coordinator.opens("/coordination/processes/nothing").status()).isEqualTo(404);
		assertThat(coordinator.opens("/coordination/processes/pledge-lifecycle?version=4711").status()).isEqualTo(404);
	}

	@Test
	void what_comes_by_itself_and_how_the_desk_is_can_be_seen_and_a_backup_that_says_so() {
		assertThat(coordinator.opens(OPERATIONS + "/timers").text()).contains("What happens next by itself");
		jdbc.sql("delete from backup_seen").update();
		assertThat(coordinator.opens(OPERATIONS + "/desk").text()).contains("Never seen", "7.24.0", "PostgreSQL",
				"pledges V", "Size of the database");

		jdbc.sql("select backup_done()").query(String.class).single();
		assertThat(coordinator.opens(OPERATIONS + "/desk").text()).doesNotContain("Never seen");
		jdbc.sql("update backup_seen set done_at = '2020-01-01T00:00:00Z'").update();
		assertThat(coordinator.opens(OPERATIONS + "/desk").text()).contains("Older than two days");
		jdbc.sql("delete from backup_seen").update();
	}

	@Test
	void somebody_who_cannot_wait_for_a_link_gets_the_next_one_at_once() {
		String email = "waits." + UUID.randomUUID() + "@example.org";
		jdbc.sql("insert into sign_in_request (email, client, at) values (?, '203.0.113.77', now())")
			.param(email)
			.update();
		String waits = OPERATIONS + "/desk/waits";

		assertThat(coordinator.sends(waits, Map.of("whose", "nonsense")).text())
			.contains("Enter an email address or an IP address");
		assertThat(coordinator.sends(waits, Map.of("whose", email)).text()).contains("The wait has ended");
		assertThat(coordinator.sends(waits, Map.of("whose", email)).text()).contains("Nobody waits there");
		jdbc.sql("insert into sign_in_request (email, client, at) values (?, '203.0.113.77', now())")
			.param(email)
			.update();
		assertThat(coordinator.sends(waits, Map.of("whose", "203.0.113.77")).text()).contains("The wait has ended");
		assertThat(jdbc.sql("select count(*) from sign_in_request where email = ?")
			.param(email)
			.query(Long.class)
			.single()).isZero();
	}

	private void givesUp(PledgeReference reference) {
		Job job = job(reference);
		management.setJobRetries(job.getId(), 0);
		jdbc.sql("update act_ru_job set exception_msg_ = 'java.lang.IllegalStateException: not so' where id_ = ?")
			.param(job.getId())
			.update();
	}

	private JobId failed(PledgeReference reference) {
		Job job = job(reference);
		return new JobId(job == null ? "none" : job.getId());
	}

	private Job job(PledgeReference reference) {
		String process = runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(reference.value(), "pledge-lifecycle")
			.singleResult()
			.getId();
		return management.createJobQuery().processInstanceId(process).activityId("Task_TellReviewers").singleResult();
	}

	private long incidents(JobId job) {
		return runtime.createIncidentQuery().configuration(job.value()).count();
	}

	private static String before(PledgeReference reference) {
		return reference.value().substring(0, reference.value().length() - 1);
	}

	private Person auditor() {
		EmailAddress email = new EmailAddress("audit." + UUID.randomUUID() + "@example.org");
		roles.auditor(story.coordinator(), email);
		return people.byEmail(email.value()).orElseThrow();
	}

}
