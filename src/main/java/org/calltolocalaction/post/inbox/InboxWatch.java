package org.calltolocalaction.post.inbox;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Has somebody look into the mailbox every minute, on a thread of its own. Without a
 * mailbox there is none. Tests switch it off and look themselves.
 */
@Component
@ConditionalOnBooleanProperty(name = "desk.inbox.watch", matchIfMissing = true)
class InboxWatch implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(InboxWatch.class);

	private static final long LAST_MAILS_SECONDS = 10;

	private final LookIntoMailbox look;

	private final InboxSettings settings;

	private volatile @Nullable ScheduledThreadPoolExecutor thread;

	InboxWatch(LookIntoMailbox look, InboxSettings settings) {
		this.look = look;
		this.settings = settings;
	}

	@EventListener
	void begin(ApplicationReadyEvent ready) {
		if (!settings.configured()) {
			return;
		}
		ScheduledThreadPoolExecutor watching = new ScheduledThreadPoolExecutor(1, work -> {
			Thread one = new Thread(work, "inbox");
			one.setDaemon(true);
			return one;
		});
		thread = watching;
		watching.scheduleWithFixedDelay(this::guarded, 0, settings.poll().toMillis(), TimeUnit.MILLISECONDS);
	}

	// A scheduled task that throws never runs again.
	private void guarded() {
		try {
			look.look();
		}
		catch (RuntimeException | Error failure) {
			log.warn("The mailbox could not be looked after, and will be: {}",
					NestedExceptionUtils.getMostSpecificCause(failure).toString());
		}
	}

	@Override
	public void start() {
		// Begins with ApplicationReadyEvent, when there is a desk that takes mails.
	}

	@Override
	public void stop() {
		ScheduledThreadPoolExecutor watching = thread;
		thread = null;
		if (watching == null) {
			return;
		}
		watching.shutdown();
		try {
			watching.awaitTermination(LAST_MAILS_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException hurried) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return thread != null;
	}

}
