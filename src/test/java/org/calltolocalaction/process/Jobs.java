package org.calltolocalaction.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/**
 * The job executor of the tests: runs what it is told, by the id of the node in the
 * model, and moves the clock.
 */
class Jobs {

	private static final String[] GROWING = { "PT1M", "PT5M", "PT30M", "PT2H", "PT12H" };

	private final ManagementService management;

	private final RuntimeService runtime;

	Jobs(ManagementService management, RuntimeService runtime) {
		this.management = management;
		this.runtime = runtime;
	}

	List<Job> at(ProcessInstance process, String node) {
		return management.createJobQuery().processInstanceId(process.getId()).activityId(node).list();
	}

	Job theOneAt(ProcessInstance process, String node) {
		return assertThat(at(process, node)).as("jobs at " + node).singleElement().actual();
	}

	Instant dueAt(ProcessInstance process, String timer) {
		return theOneAt(process, timer).getDuedate().toInstant();
	}

	/** Runs the one job at that node, which has to be due. */
	void run(ProcessInstance process, String node) {
		run(theOneAt(process, node));
	}

	void run(Job job) {
		assertThat(management.createJobQuery().jobId(job.getId()).executable().count()).as("The job is due").isOne();
		management.executeJob(job.getId());
	}

	/** Time passes until the timer is due, and it fires; a little late, as timers do. */
	void fire(ProcessInstance process, String timer) {
		passTimeTo(dueAt(process, timer).plusMillis(500));
		run(process, timer);
	}

	void postpone(ProcessInstance process, String timer, Instant until) {
		management.setJobDuedate(theOneAt(process, timer).getId(), Date.from(until));
	}

	void passTimeTo(Instant instant) {
		ClockUtil.setCurrentTime(Date.from(instant));
	}

	/**
	 * The job fails as often as it is tried, each time later than before, until only an
	 * operator can help.
	 */
	void failUntilAnIncident(ProcessInstance process, String node, RuntimeException why) {
		failUntilAnIncident(process, node, why, GROWING);
	}

	void failUntilAnIncident(ProcessInstance process, String node, RuntimeException why, String... intervals) {
		String job = theOneAt(process, node).getId();
		for (String interval : intervals) {
			failOnce(job, why);
			Instant next = ClockUtil.getCurrentTime().toInstant().plus(Duration.parse(interval));
			assertThat(byId(job).getDuedate()).as("tried again after " + interval).isEqualTo(next);
			assertThat(runtime.createIncidentQuery().processInstanceId(process.getId()).count()).isZero();
			passTimeTo(next);
		}
		failOnce(job, why);
		assertThat(byId(job).getRetries()).as("tries that are left").isZero();
		assertThat(runtime.createIncidentQuery().processInstanceId(process.getId()).list()).singleElement()
			.satisfies(incident -> assertThat(incident.getActivityId()).isEqualTo(node))
			.satisfies(incident -> assertThat(incident.getIncidentMessage()).contains(why.getMessage()));
	}

	void failOnce(ProcessInstance process, String node, RuntimeException why) {
		failOnce(theOneAt(process, node).getId(), why);
	}

	private void failOnce(String job, RuntimeException why) {
		assertThatThrownBy(() -> run(byId(job))).hasStackTraceContaining(why.getMessage());
	}

	private Job byId(String job) {
		return management.createJobQuery().jobId(job).singleResult();
	}

	/**
	 * An operator has repaired what kept the job from running, and has it tried once
	 * more, now.
	 */
	void tryAgain(ProcessInstance process, String node) {
		Job job = theOneAt(process, node);
		management.setJobRetries(1).jobId(job.getId()).dueDate(ClockUtil.getCurrentTime()).execute();
		run(process, node);
	}

}
