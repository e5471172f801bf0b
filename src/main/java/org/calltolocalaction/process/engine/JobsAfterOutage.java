package org.calltolocalaction.process.engine;

import org.calltolocalaction.kernel.operation.DatabaseBack;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes up at once, when the database is back, what the outage cut off. The engine could
 * not write down that these jobs failed: without this they would stay locked for five
 * minutes, and the next look at what is due could be ten seconds off. A job that
 * nevertheless runs still, and is taken by another meanwhile, fails at its commit.
 */
@Component
@ConditionalOnBooleanProperty(name = "desk.engine.job-executor", matchIfMissing = true)
class JobsAfterOutage {

	private final SpringTransactionsProcessEngineConfiguration settings;

	private final JdbcClient jdbc;

	JobsAfterOutage(SpringTransactionsProcessEngineConfiguration settings, JdbcClient jdbc) {
		this.settings = settings;
		this.jdbc = jdbc;
	}

	@EventListener(DatabaseBack.class)
	void takeUp() {
		JobExecutor executor = settings.getJobExecutor();
		jdbc.sql("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ = ?")
			.param(executor.getLockOwner())
			.update();
		executor.jobWasAdded();
	}

}
