package org.calltolocalaction.notifications.template;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks every other second what another node changed of what mails say: so long a text
 * can be an old one there. Tests switch it off.
 */
@Component
@ConditionalOnBooleanProperty(name = "desk.wording.watch", matchIfMissing = true)
class WordingWatch implements SmartLifecycle {

	static final Duration PAUSE = Duration.ofSeconds(2);

	private static final Logger log = LoggerFactory.getLogger(WordingWatch.class);

	private final RememberedWords remembered;

	private volatile @Nullable ScheduledThreadPoolExecutor watch;

	WordingWatch(RememberedWords remembered) {
		this.remembered = remembered;
	}

	@Override
	public void start() {
		begin(PAUSE);
	}

	void begin(Duration pause) {
		ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, work -> {
			Thread daemon = new Thread(work, "wording-watch");
			daemon.setDaemon(true);
			return daemon;
		});
		watch = thread;
		thread.scheduleWithFixedDelay(this::look, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
	}

	// What is remembered stays true enough while the database is away, of which others
	// tell; and a scheduled task that throws never runs again.
	private void look() {
		try {
			remembered.readAnew();
		}
		catch (RuntimeException | Error failure) {
			log.debug("What mails say could not be read, and will be", failure);
		}
	}

	@Override
	public void stop() {
		ScheduledThreadPoolExecutor thread = watch;
		watch = null;
		if (thread != null) {
			thread.shutdown();
		}
	}

	@Override
	public boolean isRunning() {
		return watch != null;
	}

}
