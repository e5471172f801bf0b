package org.calltolocalaction.editions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The instant until which a submission counts for an edition, kept as it was decreed: a
 * local date and time in a zone, and a quiet grace after it. Precise to the second,
 * because a receipt is: a submission in the deadline's own second is in time. Midnight is
 * the end of the day before it.
 *
 * @param local never one that the clocks of the zone skip
 * @param offset which of two is meant where the clocks of the zone show the local time
 * twice
 */
public record Deadline(LocalDateTime local, ZoneId zone, Duration grace, ZoneOffset offset) {

	/**
	 * The zone in which a day ends last: what is in time there is in time anywhere on
	 * Earth.
	 */
	public static final ZoneId ANYWHERE_ON_EARTH = ZoneId.of("Etc/GMT+12");

	static final Duration DEFAULT_GRACE = Duration.ofMinutes(60);

	private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

	public Deadline {
		if (grace.isNegative() || grace.compareTo(Duration.ofDays(7)) > 0) {
			throw new IllegalArgumentException("A grace period is between nothing and seven days, not " + grace);
		}
		// A country may change its clocks before the day comes: then what was decreed
		// stays, and the offset follows.
		ZonedDateTime exact = ZonedDateTime.ofLocal(local.truncatedTo(ChronoUnit.SECONDS), zone, offset);
		local = exact.toLocalDateTime();
		offset = exact.getOffset();
	}

	/**
	 * Where the clocks show that time once, as they nearly always do; of two the first.
	 */
	public Deadline(LocalDateTime local, ZoneId zone, Duration grace) {
		this(local, zone, grace, zone.getRules().getOffset(local));
	}

	/** The instant that this zone's clocks show so. */
	public static Deadline at(ZonedDateTime exact, Duration grace) {
		return new Deadline(exact.toLocalDateTime(), exact.getZone(), grace, exact.getOffset());
	}

	/** The end of 1 October, anywhere on Earth, with an hour of grace. */
	public static Deadline byDefault(EditionYear year) {
		return new Deadline(LocalDate.of(year.value(), Month.OCTOBER, 1).atTime(LocalTime.of(23, 59, 59)),
				ANYWHERE_ON_EARTH, DEFAULT_GRACE);
	}

	public ZonedDateTime zoned() {
		return ZonedDateTime.ofLocal(local, zone, offset);
	}

	/**
	 * The day that ends with it or in which it is: midnight still belongs to the day that
	 * ends then.
	 */
	public LocalDate lastDay() {
		return endsItsDay() ? local.toLocalDate().minusDays(1) : local.toLocalDate();
	}

	/** Whether it is midnight, the {@code 24:00} of its last day. */
	public boolean endsItsDay() {
		return local.toLocalTime().equals(LocalTime.MIDNIGHT);
	}

	public Instant instant() {
		return zoned().toInstant();
	}

	/**
	 * The last instant that is accepted as in time; the call closes when it has passed.
	 */
	public Instant endOfGrace() {
		return instant().plus(grace);
	}

	/** Whether it passes when its day has ended in the last place on Earth. */
	public boolean anywhereOnEarth() {
		return zone.equals(ANYWHERE_ON_EARTH) && (endsItsDay() || !local.toLocalTime().isBefore(LAST_MINUTE));
	}

	/** What a submission of this instant is, by the full second. */
	public Timeliness timelinessOf(Instant submittedAt) {
		Instant second = submittedAt.truncatedTo(ChronoUnit.SECONDS);
		if (!second.isAfter(instant())) {
			return Timeliness.IN_TIME;
		}
		return second.isAfter(endOfGrace()) ? Timeliness.LATE : Timeliness.IN_GRACE;
	}

}
