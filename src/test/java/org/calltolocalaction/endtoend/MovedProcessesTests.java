package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.coordination.Scene.by;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.calltolocalaction.coordination.moves.MoveForecast;
import org.calltolocalaction.coordination.moves.MoveId;
import org.calltolocalaction.coordination.moves.MoveToNewest;
import org.calltolocalaction.coordination.moves.WhyStayed;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.process.moves.MoveRunning;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Story;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/**
 * What runs under an older version of a model goes on under the newest, where it can, and
 * stays where it was, where it cannot.
 */
@DeskTest
@AutoConfigureMockMvc
class MovedProcessesTests {

	private static final Pattern FORESEEN = Pattern.compile("name=\"foreseen\" value=\"([^\"]+)\"");

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Story story;

	@Autowired
	private MoveToNewest moves;

	@Autowired
	private MoveRunning running;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private ManagementService jobs;

	@Autowired
	private TaskService tasks;

	@Autowired
	private HistoryService history;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MutableClock clock;

	private ModelKey model;

	private Person coordinator;

	@BeforeEach
	void a_model_of_its_own() {
		model = new ModelKey("moved-" + UUID.randomUUID());
		coordinator = story.coordinator();
	}

	@AfterEach
	void nothing_of_it_is_left_in_the_engine() {
		engine.getRepositoryService()
			.createDeploymentQuery()
			.deploymentName(model.value())
			.list()
			.forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true, true));
	}

	@Test
	void a_coordinator_moves_what_can_go_on_and_reads_what_stayed_and_why() throws Exception {
		deploy(older());
		String reviewed = begin();
		String checked = begin();
		tasks.complete(task(checked, "Task_Review"));
		String gone = begin();
		tasks.complete(task(gone, "Task_Review"));
		tasks.complete(task(gone, "Task_Check"));
		deploy(newer());
		Map<String, Instant> due = timers(reviewed);
		String preview = page("/coordination/processes/" + model + "/versions/1/move");

		assertThat(preview).contains("Will move: 2", "Will stay: 1", "Replaced: Check → Check again", "Removed: Sign",
				"New: Publish", "the newer version does not have the step: Sign", gone);

		String done = confirmed(preview);
		assertThat(page(done)).contains("In progress. Done: 0 of 3");
		while (running.portion()) {
			// One takes a portion.
		}

		assertThat(page(done)).contains("The result is what the preview said.", "Stayed: 1", gone);
		assertThat(version(reviewed)).isEqualTo(2);
		assertThat(version(checked)).isEqualTo(2);
		assertThat(version(gone)).as("stays where it was").isEqualTo(1);
		assertThat(timers(reviewed)).as("no date has changed").isEqualTo(due).isNotEmpty();
		tasks.complete(task(checked, "Task_CheckAgain"));
		assertThat(task(checked, "Task_Publish")).as("goes on as the newer model says").isNotEmpty();
		assertThat(page("/coordination/processes/" + model + "/versions")).contains("Version 2 (newest)",
				"From version 1 to version 2");
	}

	@Test
	void another_forecast_that_is_true_by_now_is_shown_first_and_nothing_is_moved() throws Exception {
		deploy(older());
		begin();
		deploy(newer());
		MoveForecast read = moves.forecast(model, 1, coordinator);
		runtime.startProcessInstanceById(definition(1), UUID.randomUUID().toString());

		assertThat(moves.begin(model, 1, "A new law", read.fingerprint(), coordinator)).isEmpty();
		assertThat(moves.versions(model, coordinator).moves()).isEmpty();
	}

	@Test
	void a_process_that_ends_or_goes_on_meanwhile_is_told_from_those_that_moved() {
		deploy(older());
		String ends = begin();
		String goesOn = begin();
		deploy(newer());
		MoveForecast forecast = moves.forecast(model, 1, coordinator);
		MoveId move = moves.begin(model, 1, "A new law", forecast.fingerprint(), coordinator).orElseThrow();
		runtime.deleteProcessInstance(instance(ends).getId(), "Withdrawn");
		tasks.complete(task(goesOn, "Task_Review"));
		tasks.complete(task(goesOn, "Task_Check"));
		while (running.portion()) {
			// One takes a portion.
		}

		MoveToNewest.MoveSeen seen = moves.move(model, move, "", coordinator);
		assertThat(seen.move().asForetold()).isFalse();
		assertThat(seen.move().happened().over()).isOne();
		assertThat(seen.move().happened().reasons()).isEqualTo(Map.of(WhyStayed.STEP_GONE, 1L));
		assertThat(seen.first()).singleElement().satisfies(one -> assertThat(one.about()).isEqualTo(goesOn));
	}

	@Test
	void a_busy_process_has_its_later_turns_minutes_after_its_first() {
		deploy(older());
		String busy = begin();
		deploy(newer());
		MoveId move = begun();
		String process = instance(busy).getId();
		// What is written with the move is refused by the database, as while another
		// holds it.
		jdbc.sql(
				"alter table model_move_process add constraint busy check (process <> '%s' or outcome <> 'MOVED') not valid"
					.formatted(process))
			.update();
		try {
			while (running.portion()) {
				// One takes a portion.
			}
			assertThat(tries(process)).as("at once").isOne();
			clock.advance(Duration.ofSeconds(11));
			while (running.portion()) {
				// One takes a portion.
			}
			assertThat(tries(process)).as("a little later").isEqualTo(2);
		}
		finally {
			jdbc.sql("alter table model_move_process drop constraint busy").update();
		}
		clock.advance(Duration.ofMinutes(5));
		while (running.portion()) {
			// One takes a portion.
		}

		assertThat(version(busy)).isEqualTo(2);
		assertThat(moves.move(model, move, "", coordinator).move().asForetold()).isTrue();
	}

	@Test
	void a_move_whose_version_is_gone_ends_and_keeps_no_other_from_going_on() {
		deploy(older());
		String process = begin();
		deploy(newer());
		MoveId lost = begun();
		ModelKey first = model;
		engine.getRepositoryService().deleteProcessDefinition(definition(2), true);
		model = new ModelKey("moved-" + UUID.randomUUID());
		try {
			deploy(older());
			String other = begin();
			deploy(newer());
			begun();

			while (running.portion()) {
				// One takes a portion.
			}

			assertThat(version(other)).isEqualTo(2);
			assertThat(version(process)).isOne();
			assertThat(moves.move(first, lost, "", coordinator).move().happened().reasons())
				.isEqualTo(Map.of(WhyStayed.FAILED, 1L));
		}
		finally {
			nothing_of_it_is_left_in_the_engine();
			model = first;
		}
	}

	@Test
	void looking_at_what_a_move_would_do_changes_nothing() {
		deploy(older());
		String reviewed = begin();
		deploy(newer());
		List<?> before = List.of(timers(reviewed),
				history.createHistoricActivityInstanceQuery().processInstanceId(instance(reviewed).getId()).count());

		moves.forecast(model, 1, coordinator);

		assertThat(version(reviewed)).isOne();
		assertThat(List.of(timers(reviewed),
				history.createHistoricActivityInstanceQuery().processInstanceId(instance(reviewed).getId()).count()))
			.isEqualTo(before);
	}

	@Test
	void pledges_under_review_move_to_a_changed_model_with_all_their_dates() throws Exception {
		ModelKey pledges = ModelKey.PLEDGE_LIFECYCLE;
		story.anOpenEdition();
		String pledge = story.aPledgeUnderReviewBy(story.memberOf("Kampala")).value();
		int present = version(pledge);
		Map<String, Instant> due = timers(pledge);
		String changed = new String(engine.getRepositoryService()
			.getResourceAsStream(instanceDefinition(pledge).getDeploymentId(),
					instanceDefinition(pledge).getResourceName())
			.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
			.replace("name=\"Change pledge\"", "name=\"Revise pledge\"");
		String deployment = engine.getRepositoryService()
			.createDeployment()
			.addString("pledge-lifecycle.bpmn", changed)
			.deploy()
			.getId();
		try {
			MoveForecast forecast = moves.forecast(pledges, present, coordinator);
			assertThat(forecast.groups()).filteredOn(group -> group.at().toString().contains("Task_ReviewPledge"))
				.isNotEmpty()
				.allSatisfy(group -> assertThat(group.result().moves()).isTrue());
			assertThat(forecast.gone()).isEmpty();
			assertThat(timers(pledge)).isEqualTo(due).hasSizeGreaterThan(3);
		}
		finally {
			engine.getRepositoryService().deleteDeployment(deployment, true, true);
		}
	}

	private MoveId begun() {
		MoveForecast forecast = moves.forecast(model, 1, coordinator);
		return moves.begin(model, 1, "A new law", forecast.fingerprint(), coordinator).orElseThrow();
	}

	private int tries(String process) {
		return jdbc.sql("select tries from model_move_process where process = ?")
			.param(process)
			.query(Integer.class)
			.single();
	}

	private String confirmed(String preview) throws Exception {
		Matcher foreseen = FORESEEN.matcher(preview);
		assertThat(foreseen.find()).isTrue();
		MockHttpServletResponse answer = mvc
			.perform(post("/coordination/processes/" + model + "/versions/1/move").with(by(coordinator))
				.with(csrf())
				.param("reason", "A new law")
				.param("foreseen", foreseen.group(1)))
			.andReturn()
			.getResponse();
		assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
		return answer.getRedirectedUrl();
	}

	private String page(String address) throws Exception {
		MockHttpServletResponse answer = mvc.perform(get(address).with(by(coordinator)).param("lang", "en"))
			.andReturn()
			.getResponse();
		assertThat(answer.getStatus()).isEqualTo(200);
		return answer.getContentAsString();
	}

	private void deploy(String process) {
		engine.getRepositoryService()
			.createDeployment()
			.name(model.value())
			.addString(model + ".bpmn",
					"""
							<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
								xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
								xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="tests">
								<process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
									<startEvent id="Start"/>
									<sequenceFlow id="F1" sourceRef="Start" targetRef="Task_Review"/>
									<userTask id="Task_Review" name="Review"/>
									<boundaryEvent id="Timer_Late" name="Late" attachedToRef="Task_Review" cancelActivity="false">
										<timerEventDefinition id="Timer_Late_d"><timeDuration>P%s</timeDuration></timerEventDefinition>
									</boundaryEvent>
									<sequenceFlow id="F2" sourceRef="Timer_Late" targetRef="End_Late"/>
									<endEvent id="End_Late"/>
									%s
								</process>
							</definitions>"""
						.formatted(model, process.contains("CheckAgain") ? "9D" : "5D", process))
			.deploy();
	}

	private static String older() {
		return """
				<sequenceFlow id="F3" sourceRef="Task_Review" targetRef="Task_Check"/>
				<userTask id="Task_Check" name="Check"/>
				<sequenceFlow id="F4" sourceRef="Task_Check" targetRef="Task_Sign"/>
				<userTask id="Task_Sign" name="Sign"/>
				<sequenceFlow id="F5" sourceRef="Task_Sign" targetRef="End"/>
				<endEvent id="End"/>""";
	}

	/**
	 * A step has another id, one is removed, one is new, and what is late is so later.
	 */
	private static String newer() {
		return """
				<sequenceFlow id="F3" sourceRef="Task_Review" targetRef="Task_CheckAgain"/>
				<userTask id="Task_CheckAgain" name="Check again">
					<extensionElements><camunda:properties>
						<camunda:property name="was" value="Task_Check"/>
					</camunda:properties></extensionElements>
				</userTask>
				<sequenceFlow id="F4" sourceRef="Task_CheckAgain" targetRef="Task_Publish"/>
				<userTask id="Task_Publish" name="Publish"/>
				<sequenceFlow id="F5" sourceRef="Task_Publish" targetRef="End"/>
				<endEvent id="End"/>""";
	}

	private String begin() {
		String key = UUID.randomUUID().toString();
		runtime.startProcessInstanceByKey(model.value(), key);
		return key;
	}

	private String task(String key, String step) {
		return tasks.createTaskQuery().processInstanceBusinessKey(key).taskDefinitionKey(step).singleResult().getId();
	}

	private ProcessInstance instance(String key) {
		return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).singleResult();
	}

	private org.camunda.bpm.engine.repository.ProcessDefinition instanceDefinition(String key) {
		return engine.getRepositoryService().getProcessDefinition(instance(key).getProcessDefinitionId());
	}

	private int version(String key) {
		return instanceDefinition(key).getVersion();
	}

	private String definition(int version) {
		return engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionKey(model.value())
			.processDefinitionVersion(version)
			.singleResult()
			.getId();
	}

	private Map<String, Instant> timers(String key) {
		return jobs.createJobQuery()
			.processInstanceId(instance(key).getId())
			.timers()
			.list()
			.stream()
			.collect(java.util.stream.Collectors.toMap(Job::getId, job -> job.getDuedate().toInstant()));
	}

}
