package org.calltolocalaction.process.engine;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's job executor as one of several nodes: it locks jobs only while its node is
 * known to live, runs none that is another's by now, and when it stops runs no more of
 * those that wait in its queue.
 */
class NodeJobExecutor extends DefaultJobExecutor {

	private static final Logger log = LoggerFactory.getLogger(NodeJobExecutor.class);

	private final Heartbeats nodes;

	private final Duration patience;

	private volatile String owner = UUID.randomUUID().toString();

	private volatile boolean stopping;

	/**
	 * @param patience for how long jobs that run are waited for when the node stops
	 */
	NodeJobExecutor(Heartbeats nodes, Duration patience) {
		this.nodes = nodes;
		this.patience = patience;
	}

	/** The name under which jobs are locked: another one at each start. */
	@Override
	public String getLockOwner() {
		return owner;
	}

	/** From now on everything is another node's that was locked before. */
	String beginUnderANewName() {
		owner = UUID.randomUUID().toString();
		return owner;
	}

	/**
	 * Also where the thread that fetches jobs has died, or this node is about to stop.
	 */
	@Override
	public boolean isActive() {
		return super.isActive() && !stopping;
	}

	boolean fetchesJobs() {
		Thread fetching = jobAcquisitionThread;
		return isActive() && fetching != null && fetching.isAlive();
	}

	@Override
	public void start() {
		stopping = false;
		super.start();
	}

	@Override
	public synchronized void shutdown() {
		// What waits in the queue is unlocked by the engine instead of being run, once it
		// is not active.
		stopping = true;
		super.shutdown();
	}

	@Override
	protected void ensureInitialization() {
		super.ensureInitialization();
		acquireJobsCmdFactory = most -> new FetchWhileAlive(most);
	}

	@Override
	protected void stopExecutingJobs() {
		stopJobAcquisitionThread();
		threadPoolExecutor.shutdown();
		try {
			if (!threadPoolExecutor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
				log.info("A job has not ended within {} seconds; it is given to another node", patience.toSeconds());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
		String locked = getLockOwner();
		return new ExecuteJobsRunnable(jobs, engine) {

			// Follow-up jobs of one process are locked while it runs, then perhaps under
			// the new name.
			@Override
			protected void executeJob(String job, CommandExecutor commands, JobFailureCollector failures) {
				if (nodes.owns(List.of(locked, getLockOwner()), job)) {
					super.executeJob(job, commands, failures);
				}
			}

		};
	}

	private final class FetchWhileAlive extends AcquireJobsCmd {

		private FetchWhileAlive(int most) {
			super(NodeJobExecutor.this, most);
		}

		@Override
		public AcquiredJobs execute(CommandContext context) {
			return nodes.holds(getLockOwner()) ? super.execute(context) : new AcquiredJobs(numJobsToAcquire);
		}

	}

}
