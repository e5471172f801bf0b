package org.calltolocalaction.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The clock of a desk under test: goes with the real time until a test sets it, and then stands still. */
public final class MutableClock extends Clock {

	private final AtomicReference<Instant> standing;

	private final ZoneId zone;

	public MutableClock() {
		this(new AtomicReference<>(), ZoneOffset.UTC);
	}

	private MutableClock(AtomicReference<Instant> standing, ZoneId zone) {
		this.standing = standing;
		this.zone = zone;
	}

	/** It is that instant, until it is told otherwise. */
	public void set(Instant instant) {
		standing.set(instant);
	}

	/** It is that much later. A clock that went with the real time stands still from now on. */
	public void advance(Duration duration) {
		set(instant().plus(duration));
	}

	/** Goes with the real time again. */
	public void reset() {
		standing.set(null);
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
		return new MutableClock(standing, other);
	}

}
