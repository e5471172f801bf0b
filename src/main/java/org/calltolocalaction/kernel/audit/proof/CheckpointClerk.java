package org.calltolocalaction.kernel.audit.proof;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has checkpoints made about every minute. Each node has one; what one has taken, another
 * does not find. Tests switch it off and make the checkpoints themselves.
 */
@Component
@ConditionalOnBooleanProperty(name = "desk.trail.checkpoints", matchIfMissing = true)
class CheckpointClerk implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(CheckpointClerk.class);

	private static final Duration PAUSE = Duration.ofMinutes(1);

	private static final Duration LAST_CHECKPOINT = Duration.ofSeconds(5);

	private final MakeCheckpoint make;

	private volatile @Nullable ScheduledThreadPoolExecutor clerk;

	CheckpointClerk(MakeCheckpoint make) {
		this.make = make;
	}

	@EventListener
	void begin(ApplicationReadyEvent ready) {
		ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, work -> {
			Thread daemon = new Thread(work, "checkpoint-clerk");
			daemon.setDaemon(true);
			return daemon;
		});
		clerk = thread;
		thread.scheduleWithFixedDelay(this::takeWhatWaits, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
	}

	// Whatever it was, the next round may go better: a scheduled task that throws never
	// runs again.
	private void takeWhatWaits() {
		try {
			boolean some = true;
			while (some && isRunning()) {
				some = make.make().isPresent();
			}
		}
		catch (RuntimeException | Error failure) {
			log.warn("No checkpoint of the trail could be made, and will be", failure);
		}
	}

	@Override
	public void start() {
		// Begins with ApplicationReadyEvent: the first round of an old database is long.
	}

	@Override
	public void stop() {
		ScheduledThreadPoolExecutor thread = clerk;
		clerk = null;
		if (thread == null) {
			return;
		}
		// What is not finished by then is undone, and taken by another.
		thread.shutdown();
		try {
			thread.awaitTermination(LAST_CHECKPOINT.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException hurried) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return clerk != null;
	}

}
