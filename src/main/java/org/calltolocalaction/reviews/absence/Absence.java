package org.calltolocalaction.reviews.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.calltolocalaction.identity.AccountId;

/**
 * A time for which a reviewer is away, and the colleague who stands in.
 *
 * @param ends the first instant at which the reviewer is back
 * @param zone where the reviewer lived when they entered it: their days are days there
 */
public record Absence(AbsenceId id, AccountId reviewer, AccountId deputy, Instant begins, Instant ends, ZoneId zone) {

	/**
	 * From the beginning of the first day to the end of the last, where the reviewer
	 * lives.
	 */
	public static Absence of(AbsenceId id, AccountId reviewer, AccountId deputy, LocalDate firstDay, LocalDate lastDay,
			ZoneId zone) {
		return new Absence(id, reviewer, deputy, firstDay.atStartOfDay(zone).toInstant(),
				lastDay.plusDays(1).atStartOfDay(zone).toInstant(), zone);
	}

	/** The same, but over at that instant. */
	public Absence endedAt(Instant now) {
		return new Absence(id, reviewer, deputy, begins, now, zone);
	}

	public LocalDate firstDay() {
		return LocalDate.ofInstant(begins, zone);
	}

	public LocalDate lastDay() {
		return LocalDate.ofInstant(ends.minusNanos(1), zone);
	}

	/** Whether the reviewer is away at that instant. */
	public boolean at(Instant instant) {
		return !instant.isBefore(begins) && instant.isBefore(ends);
	}

}
