package org.calltolocalaction.process.engine;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Runs the engine's jobs (timers, digests, joins) once the desk is ready to be used, and
 * says every few seconds that this node is there. Before the database is closed, the jobs
 * that run may end; all others are given back. Tests switch it off and run the jobs
 * themselves.
 */
@Component
@ConditionalOnBooleanProperty(name = "desk.engine.job-executor", matchIfMissing = true)
class JobExecution implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(JobExecution.class);

	/** Six of them may be lost before a node is taken for gone. */
	static final Duration BETWEEN_BEATS = Duration.ofSeconds(10);

	private final NodeJobExecutor executor;

	private final Heartbeats nodes;

	private @Nullable ScheduledExecutorService beats;

	private boolean known;

	private boolean silent;

	private volatile boolean wanted;

	JobExecution(NodeJobExecutor executor, Heartbeats nodes, ProcessEngine engine) {
		// The engine has to be there: it is what gives the executor its work.
		this.executor = executor;
		this.nodes = nodes;
	}

	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		wanted = true;
		beats = Executors.newSingleThreadScheduledExecutor(task -> {
			Thread thread = new Thread(task, "heartbeat");
			thread.setDaemon(true);
			return thread;
		});
		// It fetches nothing before the first beat.
		executor.start();
		beats.scheduleWithFixedDelay(this::beat, 0, BETWEEN_BEATS.toMillis(), TimeUnit.MILLISECONDS);
	}

	/** Says that this node is there, and looks whether all others are. */
	synchronized void beat() {
		try {
			stayKnown();
			nodes.releaseGone(executor.getLockOwner()).forEach(this::tell);
			silent = false;
		}
		// Whatever it is, the next beat must come: a scheduled task that throws is never
		// run again.
		catch (RuntimeException ex) {
			if (!silent) {
				log.warn("This node cannot say that it is there, and tries again every {} seconds: {}",
						BETWEEN_BEATS.toSeconds(), ex.getMessage());
			}
			silent = true;
		}
	}

	private void stayKnown() {
		if (known && nodes.beat(executor.getLockOwner())) {
			return;
		}
		if (known) {
			log.warn(
					"This node was silent for so long that another one has taken its jobs; it goes on under a new name");
			known = false;
			executor.beginUnderANewName();
		}
		nodes.begin(executor.getLockOwner(), host());
		known = true;
		executor.jobWasAdded();
	}

	private void tell(Heartbeats.Gone node) {
		log.warn("A node on {} has said nothing for {} seconds; jobs given back: {}", node.host(), node.silentSeconds(),
				node.jobs());
		executor.jobWasAdded();
	}

	/** Whether jobs are to be run here now. */
	boolean wanted() {
		return wanted;
	}

	boolean works() {
		return executor.fetchesJobs();
	}

	@Override
	public void start() {
		// Begins with ApplicationReadyEvent, not with the context: the first jobs want a
		// desk that is up.
	}

	@Override
	public void stop() {
		wanted = false;
		executor.shutdown();
		if (beats != null) {
			beats.shutdownNow();
		}
		giveBack();
	}

	private synchronized void giveBack() {
		if (!known) {
			return;
		}
		known = false;
		try {
			nodes.end(executor.getLockOwner());
		}
		catch (RuntimeException ex) {
			log.warn("The jobs of this node could not be given back, and are free in a minute: {}", ex.getMessage());
		}
	}

	@Override
	public boolean isRunning() {
		return wanted;
	}

	private static String host() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			return "a host without a name";
		}
	}

}
