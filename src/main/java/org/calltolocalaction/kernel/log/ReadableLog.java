package org.calltolocalaction.kernel.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Puts {@link SaidOnce} before the log, from the moment at which there is one, so that a
 * start that fails is told of, too.
 */
class ReadableLog implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

	/** One for all desks of a program, as there is one log. */
	private static final SaidOnce FILTER = new SaidOnce(System::nanoTime);

	private static @Nullable ScheduledExecutorService minutes;

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log) {
			putBefore(log);
		}
	}

	private static synchronized void putBefore(LoggerContext log) {
		// A log that was set up anew has lost it.
		if (!log.getTurboFilterList().contains(FILTER)) {
			FILTER.setContext(log);
			FILTER.start();
			log.addTurboFilter(FILTER);
		}
		if (minutes == null) {
			Logger any = log.getLogger(ReadableLog.class);
			minutes = Executors.newSingleThreadScheduledExecutor(work -> {
				Thread thread = new Thread(work, "log-minutes");
				thread.setDaemon(true);
				return thread;
			});
			minutes.scheduleWithFixedDelay(() -> FILTER.sayWhatIsDue(any), 1, 1, TimeUnit.SECONDS);
			if (Thread.getDefaultUncaughtExceptionHandler() == null) {
				// Else it would be written past the log.
				Thread.setDefaultUncaughtExceptionHandler(
						(thread, failure) -> any.error("A failure ended the thread {}", thread.getName(), failure));
			}
			Runtime.getRuntime().addShutdownHook(new Thread(() -> FILTER.sayTheRest(any), "log-rest"));
		}
	}

	/** When the log itself was set up. */
	@Override
	public int getOrder() {
		return LoggingApplicationListener.DEFAULT_ORDER + 1;
	}

}
