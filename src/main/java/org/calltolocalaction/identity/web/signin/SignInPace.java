package org.calltolocalaction.identity.web.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How soon the next link is sent. Whoever asks often waits longer, but never for long: a
 * stranger who asks for links to an address fills no mailbox with it, and keeps its owner
 * from nothing, because each link that was sent lives at least until the next one may be
 * asked for, see {@link LiveLinks}.
 */
final class SignInPace {

	/** The wait after the first, second, … link to one address within an hour. */
	private static final List<Duration> WAITS = List.of(Duration.ofSeconds(30), Duration.ofMinutes(1),
			Duration.ofMinutes(2), Duration.ofMinutes(4), Duration.ofMinutes(8));

	/**
	 * A link is sent again as long as it has this left to live; it is the longest wait of
	 * an ordinary day.
	 */
	static final Duration SENT_AGAIN_WHILE = WAITS.get(WAITS.size() - 1);

	/** Nobody needs so many in a day without once signing in. */
	private static final int MANY = 30;

	/** As long as a link lives. */
	private static final Duration AFTER_MANY = Duration.ofMinutes(15);

	/** All mails of the desk have to pass through one server. */
	static final int FROM_EVERYBODY_PER_MINUTE = 120;

	/** How far back anything is counted. */
	static final Duration MEMORY = Duration.ofDays(1);

	private SignInPace() {
	}

	/**
	 * What one client has been sent so far. One client may be a workshop, a city hall or
	 * a country behind one router.
	 *
	 * @param addresses different addresses in the last ten minutes
	 * @param hour links in the last hour
	 * @param day links in the last day
	 * @param last when the last one was sent; null where none was
	 */
	record OfClient(int addresses, int hour, int day, @Nullable Instant last) {

		/**
		 * Sixty people of a workshop get their links at once; then it becomes slower, but
		 * does not end.
		 */
		private Optional<Duration> slowerBy() {
			return day >= 600 ? Optional.of(Duration.ofMinutes(3)) : hour >= 180 ? Optional.of(Duration.ofMinutes(1))
					: addresses >= 60 ? Optional.of(Duration.ofSeconds(30)) : Optional.empty();
		}

	}

	/**
	 * @param sent when links were sent to an address within the last day, oldest first
	 */
	static Optional<Instant> nextTo(List<Instant> sent) {
		if (sent.isEmpty()) {
			return Optional.empty();
		}
		Instant last = sent.get(sent.size() - 1);
		return Optional.of(last.plus(waitAfter(sent, last)));
	}

	/** The instant before which the client gets no further link. */
	static Optional<Instant> nextFor(OfClient client) {
		return client.slowerBy().flatMap(pause -> Optional.ofNullable(client.last()).map(last -> last.plus(pause)));
	}

	private static Duration waitAfter(List<Instant> sent, Instant last) {
		if (sent.size() >= MANY) {
			return AFTER_MANY;
		}
		int lately = (int) sent.stream().filter(last.minus(Duration.ofHours(1))::isBefore).count();
		return WAITS.get(Math.min(lately, WAITS.size()) - 1);
	}

}
