package org.calltolocalaction.notifications.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.calltolocalaction.notifications.digest.GatherNotices;
import org.calltolocalaction.notifications.outbox.OutboxFigures;
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
 * Sends what is due, on a few threads of its own: while a mail server keeps them all
 * waiting, nothing but mails waits. Each node has one; they share the work through the
 * leases. Tests switch it off and send the mails themselves.
 */
@Component
@ConditionalOnBooleanProperty(name = "desk.mail.delivery", matchIfMissing = true)
class MailCourier implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(MailCourier.class);

	private static final int COURIERS = 3;

	/** How long nobody looks whether something is due when nothing was. */
	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final Duration LOGGED = Duration.ofMinutes(1);

	/**
	 * Within the time that a stopping desk has. What is not sent by then may be sent
	 * again by another.
	 */
	private static final Duration LAST_MAILS = Duration.ofSeconds(15);

	private final DeliverMail deliver;

	private final GatherNotices gather;

	private final OutboxFigures figures;

	private final Clock clock;

	private volatile @Nullable ScheduledThreadPoolExecutor couriers;

	private Instant logged = Instant.MIN;

	MailCourier(DeliverMail deliver, GatherNotices gather, OutboxFigures figures, Clock clock) {
		this.deliver = deliver;
		this.gather = gather;
		this.figures = figures;
		this.clock = clock;
	}

	@EventListener
	void begin(ApplicationReadyEvent ready) {
		begin();
	}

	void begin() {
		ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(COURIERS + 1, work -> {
			Thread thread = new Thread(work, "mail-courier");
			thread.setDaemon(true);
			return thread;
		});
		couriers = threads;
		for (int courier = 0; courier < COURIERS; courier++) {
			threads.scheduleWithFixedDelay(() -> guarded(this::sendWhatIsDue), 0, PAUSE.toMillis(),
					TimeUnit.MILLISECONDS);
		}
		threads.scheduleWithFixedDelay(() -> guarded(figures::read), 0, OutboxFigures.KEPT.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	private void sendWhatIsDue() {
		boolean some = true;
		while (some && isRunning()) {
			some = gather.gatherNext() || deliver.deliverNext();
		}
	}

	// Whatever it was, the next round may go better: a scheduled task that throws never
	// runs again.
	private void guarded(Runnable work) {
		try {
			work.run();
		}
		catch (RuntimeException | Error failure) {
			log(failure);
		}
	}

	private synchronized void log(Throwable failure) {
		Instant now = clock.instant();
		if (logged.plus(LOGGED).isBefore(now)) {
			logged = now;
			log.warn("Mails could not be looked after, and will be: {}",
					NestedExceptionUtils.getMostSpecificCause(failure).toString());
		}
	}

	@Override
	public void start() {
		// Begins with ApplicationReadyEvent, not with the context: the first mails want a
		// desk that is up.
	}

	@Override
	public void stop() {
		ScheduledThreadPoolExecutor threads = couriers;
		couriers = null;
		if (threads == null) {
			return;
		}
		// Not interrupted: what the server has taken by then is to be marked as sent.
		threads.shutdown();
		try {
			threads.awaitTermination(LAST_MAILS.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException hurried) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return couriers != null;
	}

}
