package org.calltolocalaction.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells operators whether jobs run, and how many have given up after their retries. */
@Component
class JobExecutorHealthIndicator implements HealthIndicator {

	private final SpringTransactionsProcessEngineConfiguration settings;

	private final RuntimeService runtime;

	JobExecutorHealthIndicator(SpringTransactionsProcessEngineConfiguration settings, RuntimeService runtime) {
		this.settings = settings;
		this.runtime = runtime;
	}

	@Override
	public Health health() {
		// Incidents are people's work, not a reason to take the node out of service.
		return Health.up()
			.withDetail("active", settings.getJobExecutor().isActive())
			.withDetail("incidents", runtime.createIncidentQuery().count())
			.build();
	}

}
