package org.calltolocalaction.process;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Runs the engine's jobs (timers, digests, joins) once the desk is ready to be used, and lets those that run end before
 * the database is closed. Tests switch it off and run the jobs themselves.
 */
@Component
@ConditionalOnBooleanProperty(name = "desk.engine.job-executor", matchIfMissing = true)
class JobExecution implements SmartLifecycle {

	private final JobExecutor executor;

	JobExecution(SpringTransactionsProcessEngineConfiguration settings, org.camunda.bpm.engine.ProcessEngine engine) {
		// The engine has to be there: it is what gives the executor its work.
		this.executor = settings.getJobExecutor();
	}

	@EventListener
	void begin(ApplicationReadyEvent ready) {
		executor.start();
	}

	@Override
	public void start() {
		// Begins with ApplicationReadyEvent, not with the context: the first jobs want a desk that is up.
	}

	@Override
	public void stop() {
		executor.shutdown();
	}

	@Override
	public boolean isRunning() {
		return executor.isActive();
	}

}
