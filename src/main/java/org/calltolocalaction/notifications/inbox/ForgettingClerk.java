package org.calltolocalaction.notifications.inbox;

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
 * Lets mails go every hour that were no answers and have been kept for their time, also
 * where no other mail comes or no mailbox is configured any more. Tests switch it off.
 */
@Component
@ConditionalOnBooleanProperty(name = "desk.inbox.watch", matchIfMissing = true)
class ForgettingClerk implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(ForgettingClerk.class);

	private static final Duration PAUSE = Duration.ofHours(1);

	private final ReceivedMails received;

	private volatile @Nullable ScheduledThreadPoolExecutor clerk;

	ForgettingClerk(ReceivedMails received) {
		this.received = received;
	}

	@EventListener
	void begin(ApplicationReadyEvent ready) {
		ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, work -> {
			Thread daemon = new Thread(work, "forgetting-clerk");
			daemon.setDaemon(true);
			return daemon;
		});
		clerk = thread;
		thread.scheduleWithFixedDelay(this::forget, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
	}

	// A scheduled task that throws never runs again.
	void forget() {
		try {
			boolean some = true;
			while (some) {
				some = received.forgetWhatIsNoAnswer();
			}
		}
		catch (RuntimeException | Error failure) {
			log.warn("Old mails could not be deleted, and will be", failure);
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
		if (thread != null) {
			thread.shutdown();
		}
	}

	@Override
	public boolean isRunning() {
		return clerk != null;
	}

}
