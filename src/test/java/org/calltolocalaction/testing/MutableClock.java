package org.calltolocalaction.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The clock of a desk under test: goes with the real time until a test sets it, and then
 * stands still.
 */
public final class MutableClock extends Clock {

	private final AtomicReference<Instant> standing;

	private final ZoneId zone;

	private final Consumer<Optional<Instant>> follower;

	public MutableClock() {
		this(time -> {
		});
	}

	/**
	 * @param follower another clock: is told the time at which to stand, or none if it is
	 * to go
	 */
	MutableClock(Consumer<Optional<Instant>> follower) {
		this(new AtomicReference<>(), ZoneOffset.UTC, follower);
	}

	private MutableClock(AtomicReference<Instant> standing, ZoneId zone, Consumer<Optional<Instant>> follower) {
		this.standing = standing;
		this.zone = zone;
		this.follower = follower;
	}

	/** It is that instant, until it is told otherwise. */
	public void set(Instant instant) {
		standing.set(instant);
		follower.accept(Optional.of(instant));
	}

	/**
	 * It is that much later. A clock that went with the real time stands still from now
	 * on.
	 */
	public void advance(Duration duration) {
		set(instant().plus(duration));
	}

	/** Goes with the real time again. */
	public void reset() {
		standing.set(null);
		follower.accept(Optional.empty());
	}

	@Override
	public Instant instant() {
		Instant instant = standing.get();
		return instant != null ? instant : Clock.systemUTC().instant();
	}

	@Override
	public ZoneId getZone() {
		return zone;
	}

	/** The same clock, seen in another zone. */
	@Override
	public Clock withZone(ZoneId other) {
		return new MutableClock(standing, other, follower);
	}

}
