package org.calltolocalaction.process.moves;

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
 * Looks every few seconds whether a move of processes was begun, here or on another node,
 * and does its part of it. Tests switch it off with the engine's jobs.
 */
@Component
@ConditionalOnBooleanProperty(name = "desk.engine.job-executor", matchIfMissing = true)
class MoveClerk implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(MoveClerk.class);

	private static final Duration PAUSE = Duration.ofSeconds(5);

	private final MoveRunning move;

	private volatile @Nullable ScheduledThreadPoolExecutor clerk;

	MoveClerk(MoveRunning move) {
		this.move = move;
	}

	@EventListener
	void begin(ApplicationReadyEvent ready) {
		ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, work -> {
			Thread daemon = new Thread(work, "move-clerk");
			daemon.setDaemon(true);
			return daemon;
		});
		clerk = thread;
		thread.scheduleWithFixedDelay(this::goOn, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
	}

	// Whatever it was, the next round may go better: a scheduled task that throws never
	// runs again.
	private void goOn() {
		try {
			boolean some = true;
			while (some && isRunning()) {
				some = move.portion();
			}
		}
		catch (RuntimeException | Error failure) {
			log.warn("Running processes could not be moved, and will be", failure);
		}
	}

	@Override
	public void start() {
		// Begins with ApplicationReadyEvent.
	}

	@Override
	public void stop() {
		ScheduledThreadPoolExecutor thread = clerk;
		clerk = null;
		if (thread == null) {
			return;
		}
		// What is not finished by then is undone, and has its turn later.
		thread.shutdown();
		try {
			thread.awaitTermination(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
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
