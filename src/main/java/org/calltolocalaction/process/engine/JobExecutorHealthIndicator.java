package org.calltolocalaction.process.engine;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells operators whether jobs run, and how many have given up after their retries. */
@Component
class JobExecutorHealthIndicator implements HealthIndicator {

	private final ObjectProvider<JobExecution> execution;

	private final RuntimeService runtime;

	JobExecutorHealthIndicator(ObjectProvider<JobExecution> execution, RuntimeService runtime) {
		this.execution = execution;
		this.runtime = runtime;
	}

	/**
	 * {@code DOWN} where the database cannot be asked, or jobs should run here and do
	 * not; never an exception.
	 */
	@Override
	public Health health() {
		try {
			JobExecution jobs = execution.getIfAvailable();
			boolean asItShould = jobs == null || !jobs.wanted() || jobs.works();
			// Incidents are people's work, not a reason to take the node out of service.
			return (asItShould ? Health.up() : Health.down()).withDetail("active", jobs != null && jobs.works())
				.withDetail("incidents", runtime.createIncidentQuery().count())
				.build();
		}
		catch (RuntimeException ex) {
			return Health.down(ex).build();
		}
	}

}
