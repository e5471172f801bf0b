package org.calltolocalaction.kernel.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.calltolocalaction.kernel.operation.CountedLines;
import org.calltolocalaction.kernel.operation.CountedLines.Counted;
import org.calltolocalaction.kernel.operation.FailureKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

/**
 * Stands before the whole log, whoever writes to it. A failure of a {@link KnownOutage}
 * becomes one line, and then a line each minute that says how many there were. Any other
 * failure is let through with its trace once, and then counted.
 */
final class SaidOnce extends TurboFilter {

	/** Known outages, and how often other failures came again. */
	static final String LOGGER = "org.calltolocalaction.failures";

	private static final Duration MINUTE = Duration.ofMinutes(1);

	/** After so long without it, a failure is told with its trace again. */
	private static final Duration OLD_NEWS = Duration.ofHours(1);

	/** What the pool says in words only, without the exception that others get. */
	private static final List<String> OF_THE_POOL = List.of("{} - Failed to validate connection",
			"{} - Connection {} marked as broken");

	private final CountedLines outages;

	private final CountedLines failures;

	SaidOnce(LongSupplier nanos) {
		setName(SaidOnce.class.getSimpleName());
		this.outages = new CountedLines(1, MINUTE, nanos);
		this.failures = new CountedLines(1, OLD_NEWS, nanos);
	}

	@Override
	public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] arguments,
			Throwable thrown) {
		// Asked for everything that is said or would be: what is not about failures has
		// to cost nothing.
		if (level.levelInt < Level.INFO_INT || format == null || LOGGER.equals(logger.getName())) {
			return FilterReply.NEUTRAL;
		}
		Throwable failure = thrown == null ? last(arguments) : thrown;
		boolean ofThePool = failure == null && logger.getName().startsWith("com.zaxxer.hikari")
				&& OF_THE_POOL.stream().anyMatch(format::startsWith);
		if (failure == null && !ofThePool || level.levelInt < logger.getEffectiveLevel().levelInt) {
			return FilterReply.NEUTRAL;
		}
		return failure == null ? known(KnownOutage.DATABASE, "a connection was lost", logger)
				: KnownOutage.of(failure)
					.map(outage -> known(outage, KnownOutage.reason(failure), logger))
					.orElseGet(() -> unexpected(failure, format, arguments));
	}

	private FilterReply known(KnownOutage outage, String reason, Logger logger) {
		if (outages.admit(outage.toString(), reason)) {
			own(logger).warn("{}: {}. While this goes on it is said once a minute", outage, reason);
		}
		return FilterReply.DENY;
	}

	private FilterReply unexpected(Throwable failure, String format, Object[] arguments) {
		FailureKind kind = FailureKind.of(failure);
		boolean news = failures.admit(kind.reference(),
				MessageFormatter.arrayFormat(format, arguments).getMessage() + ": " + KnownOutage.reason(failure));
		return news ? FilterReply.NEUTRAL : FilterReply.DENY;
	}

	/**
	 * Says what was counted in minutes that are over; to be called every second or so.
	 */
	void sayWhatIsDue(Logger any) {
		say(any, outages.due(), failures.due());
	}

	/** Says all that was counted: the program ends. */
	void sayTheRest(Logger any) {
		say(any, outages.rest(), failures.rest());
	}

	private static void say(Logger any, List<Counted> outages, List<Counted> failures) {
		outages.forEach(
				counted -> own(any).warn("{}: {}, the latest: {}", counted.kind(), times(counted), counted.latest()));
		failures.forEach(counted -> own(any).error(
				"A failure that was told before, with its trace, came again: {}, the latest: {}", times(counted),
				LogLine.of(counted.latest())));
	}

	private static String times(Counted counted) {
		return String.format(Locale.ROOT, "%,d failures since it was said last", counted.number());
	}

	private static Logger own(Logger any) {
		return any.getLoggerContext().getLogger(LOGGER);
	}

	// Where there are several arguments, the exception is one of them.
	private static @Nullable Throwable last(Object[] arguments) {
		return arguments != null && arguments.length > 0 && arguments[arguments.length - 1] instanceof Throwable thrown
				? thrown : null;
	}

}
