package org.calltolocalaction.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;

/**
 * Does the job executor's work when a test says so: what is due now, by the test's clock,
 * in a few processes.
 */
public class EngineJobs {

	private final ManagementService management;

	private final RuntimeService runtime;

	EngineJobs(ManagementService management, RuntimeService runtime) {
		this.management = management;
		this.runtime = runtime;
	}

	/**
	 * Runs whatever is due in the processes of these pledges or editions, and what
	 * becomes due by it.
	 */
	public void run(Object... businessKeys) {
		boolean again = true;
		while (again) {
			again = false;
			for (Object businessKey : businessKeys) {
				again |= runOnce(businessKey.toString());
			}
		}
	}

	/** How many timers or steps of the process are still to come. */
	public long waiting(Object businessKey) {
		return instances(businessKey.toString()).stream()
			.mapToLong(instance -> management.createJobQuery().processInstanceId(instance).count())
			.sum();
	}

	/** When each timer of the process is due, by the id that the model gives it. */
	public Map<String, Instant> timers(Object businessKey) {
		Map<String, Instant> due = new TreeMap<>();
		for (String instance : instances(businessKey.toString())) {
			for (Job timer : management.createJobQuery().processInstanceId(instance).timers().list()) {
				due.put(management.createJobDefinitionQuery()
					.jobDefinitionId(timer.getJobDefinitionId())
					.singleResult()
					.getActivityId(), timer.getDuedate().toInstant());
			}
		}
		return due;
	}

	/**
	 * Ends the processes of these as if they had never been: no step of theirs runs any
	 * more, and nobody is told.
	 */
	void end(List<String> businessKeys) {
		businessKeys.stream()
			.flatMap(businessKey -> instances(businessKey).stream())
			.forEach(instance -> runtime.deleteProcessInstanceIfExists(instance, "Left by another test", true, true,
					true, false));
	}

	private boolean runOnce(String businessKey) {
		boolean ran = false;
		for (String instance : instances(businessKey)) {
			for (Job job : management.createJobQuery().processInstanceId(instance).executable().list()) {
				// One that ran before may have taken this one away.
				if (management.createJobQuery().jobId(job.getId()).count() == 1) {
					execute(job);
					ran = true;
				}
			}
		}
		return ran;
	}

	private void execute(Job job) {
		try {
			management.executeJob(job.getId());
		}
		catch (OptimisticLockingException takenMeanwhile) {
			// A desk whose executor is running has taken it by itself.
			assertThat(takenMeanwhile).hasMessageContaining(job.getId());
		}
		catch (ProcessEngineException failed) {
			// It may also have done it to its end, and what the job was about is gone.
			if (management.createJobQuery().jobId(job.getId()).count() == 1) {
				throw failed;
			}
		}
	}

	private List<String> instances(String businessKey) {
		return runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(businessKey)
			.list()
			.stream()
			.map(instance -> instance.getProcessInstanceId())
			.toList();
	}

}
