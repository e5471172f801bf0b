package org.calltolocalaction.kernel.operation;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.request.ClientAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Who signed in, and what was refused, for whoever watches over the desk: a line each in
 * a log of its own name, and a counter ({@value #COUNTER}). Nothing that a person typed
 * is in it, no link, no token and no email address: of a person the account's id, of a
 * client the {@link ClientAddress}, of an address the pattern of the pages it belongs to.
 * So that nobody fills the log with it, some lines of each kind and client are written in
 * each minute, and the others counted.
 */
@Component
public class SecurityEvents {

	/** Under which operators find the lines, or send them elsewhere. */
	public static final String LOGGER = "desk.security";

	/** How often each kind of event happened; its tag is {@code event}. */
	public static final String COUNTER = "desk.security.events";

	/** What happened. */
	public enum Event {

		SIGNED_IN, SIGNED_OUT, LINK_ASKED, LINK_REFUSED, UNAUTHENTICATED, FORBIDDEN, TOKEN_REFUSED, NOT_FOUND, CONFLICT,
		TOO_MANY, MAILS_LEFT;

		/** As it stands in the log and in the counter. */
		public String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		private boolean refusal() {
			return this != SIGNED_IN && this != SIGNED_OUT && this != LINK_ASKED && this != MAILS_LEFT;
		}

	}

	private static final Logger log = LoggerFactory.getLogger(LOGGER);

	private static final int OF_ONE_CLIENT = 10;

	private static final int OF_ALL = 300;

	private static final String ALL = "all";

	private final MeterRegistry meters;

	private final CountedLines ofEach = new CountedLines(OF_ONE_CLIENT, Duration.ZERO, System::nanoTime);

	private final CountedLines ofAll = new CountedLines(OF_ALL, Duration.ZERO, System::nanoTime);

	private final ScheduledExecutorService minutes = Executors.newSingleThreadScheduledExecutor(work -> {
		Thread thread = new Thread(work, "security-events");
		thread.setDaemon(true);
		return thread;
	});

	SecurityEvents(MeterRegistry meters) {
		this.meters = meters;
		// All of them from the start: a counter that is missing looks like one that is
		// zero to nobody.
		Arrays.stream(Event.values()).forEach(event -> meters.counter(COUNTER, "event", event.code()));
		this.minutes.scheduleWithFixedDelay(this::sayWhatIsDue, 1, 1, TimeUnit.SECONDS);
	}

	/**
	 * Notes what happened to a request.
	 * @param account of whoever is asking, or null for strangers
	 */
	public void note(Event event, HttpServletRequest request, @Nullable Object account) {
		meters.counter(COUNTER, "event", event.code()).increment();
		String client = ClientAddress.of(request.getRemoteAddr()).value();
		String what = "event=%s client=%s".formatted(event.code(), client);
		String line = "%s account=%s method=%s page=%s".formatted(what, account == null ? "-" : account,
				method(request), page(request));
		if (!ofEach.admit(what, line) || !ofAll.admit(ALL, line)) {
			return;
		}
		if (event.refusal()) {
			log.warn(line);
		}
		else {
			log.info(line);
		}
	}

	@PreDestroy
	void sayTheRest() {
		minutes.shutdownNow();
		Stream.concat(ofEach.rest().stream(), ofAll.rest().stream()).forEach(SecurityEvents::say);
	}

	private void sayWhatIsDue() {
		Stream.concat(ofEach.due().stream(), ofAll.due().stream()).forEach(SecurityEvents::say);
	}

	private static void say(CountedLines.Counted counted) {
		log.warn("{} more={} in a minute", counted.kind().equals(ALL) ? "event=all" : counted.kind(), counted.number());
	}

	/**
	 * The pattern, because an address may hold what nobody else is to read; what matches
	 * none is not said at all.
	 */
	private static String page(HttpServletRequest request) {
		return Optional.ofNullable(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
			.map(Object::toString)
			.filter(pattern -> !pattern.endsWith("/**"))
			.orElseGet(() -> area(request.getServletPath()));
	}

	/**
	 * The first step of the path, where it is a word: which part of the desk was asked
	 * for.
	 */
	private static String area(String path) {
		return Arrays.stream(path.split("/"))
			.skip(1)
			.limit(1)
			.filter(step -> step.matches("[a-z-]{1,16}"))
			.collect(Collectors.collectingAndThen(Collectors.joining(),
					step -> step.isEmpty() ? "/**" : "/" + step + "/**"));
	}

	private static String method(HttpServletRequest request) {
		String method = request.getMethod();
		return method.matches("[A-Z]{1,10}") ? method : "-";
	}

}
