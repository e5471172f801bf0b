package org.calltolocalaction.post;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whether a mail server works, and spares it and those who wait for it where it
 * does not: after a few failures in a row it is asked once a minute, until it works
 * again. Each node finds out by itself.
 */
class Breaker {

	private static final Logger log = LoggerFactory.getLogger(Breaker.class);

	private static final int FAILURES = 3;

	private static final Duration PAUSE = Duration.ofMinutes(1);

	private final String server;

	private final Clock clock;

	private int failures;

	private @Nullable Instant since;

	private Instant next = Instant.MIN;

	private String reason = "";

	Breaker(String server, Clock clock) {
		this.server = server;
		this.clock = clock;
	}

	/** Whether {@link #admits()} would say yes. */
	synchronized boolean wouldAdmit() {
		return failures < FAILURES || !clock.instant().isBefore(next);
	}

	/**
	 * Whether it may be asked now. While it fails, one a minute may; who was admitted
	 * says what came of it.
	 */
	synchronized boolean admits() {
		if (!wouldAdmit()) {
			return false;
		}
		next = clock.instant().plus(PAUSE);
		return true;
	}

	/** It answered, if only to refuse. */
	synchronized void answered() {
		if (failures >= FAILURES) {
			log.warn("The mail server {} works again; it did not since {}", server, since);
		}
		failures = 0;
		since = null;
	}

	/** It did not do its work, whatever mail it is asked to take. */
	synchronized void failed(String why) {
		failures++;
		reason = why.replaceAll("\\s+", " ").strip();
		if (since == null) {
			since = clock.instant();
		}
		if (failures >= FAILURES) {
			log.warn("The mail server {} has failed {} times since {} and is asked once a minute, while mails wait: {}",
					server, failures, since, reason);
		}
	}

	/** What is wrong with it, for operators; nothing while it works. */
	synchronized Optional<String> trouble() {
		return failures < FAILURES ? Optional.empty()
				: Optional.of("%s fails since %s: %s".formatted(server, since, reason));
	}

}
