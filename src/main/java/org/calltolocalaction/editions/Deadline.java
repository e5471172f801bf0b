package org.calltolocalaction.editions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The instant until which a submission counts for an edition, kept as it was decreed: a local date and time in a zone,
 * and a quiet grace after it. Precise to the second, because a receipt is: a submission in the deadline's own second is
 * in time.
 */
public record Deadline(LocalDateTime local, ZoneId zone, Duration grace) {

	/** The zone in which a day ends last: what is in time there is in time anywhere on Earth. */
	public static final ZoneId ANYWHERE_ON_EARTH = ZoneId.of("Etc/GMT+12");

	public static final Duration DEFAULT_GRACE = Duration.ofMinutes(60);

	private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

	public Deadline {
		if (grace.isNegative() || grace.compareTo(Duration.ofDays(7)) > 0) {
			throw new IllegalArgumentException("A grace period is between nothing and seven days, not " + grace);
		}
		local = local.truncatedTo(ChronoUnit.SECONDS);
	}

	/** The end of 1 October, anywhere on Earth, with an hour of grace. */
	public static Deadline byDefault(EditionYear year) {
		return new Deadline(LocalDate.of(year.value(), Month.OCTOBER, 1).atTime(LocalTime.of(23, 59, 59)),
				ANYWHERE_ON_EARTH, DEFAULT_GRACE);
	}

	public ZonedDateTime zoned() {
		return local.atZone(zone);
	}

	public Instant instant() {
		return zoned().toInstant();
	}

	/** The last instant that is accepted as in time; the call closes when it has passed. */
	public Instant endOfGrace() {
		return instant().plus(grace);
	}

	/** Whether it passes when its day has ended in the last place on Earth. */
	public boolean anywhereOnEarth() {
		return zone.equals(ANYWHERE_ON_EARTH) && !local.toLocalTime().isBefore(LAST_MINUTE);
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
