package org.calltolocalaction.reviews;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Set;

/** Counts the days on which reviewers work: Monday to Friday, in UTC, because the partners sit in many zones. */
final class WorkingDays {

	private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

	private WorkingDays() {
	}

	/** The end of the working day that is so many working days after this instant. */
	static Instant after(Instant start, int days) {
		ZonedDateTime day = start.atZone(ZoneOffset.UTC);
		for (int left = days; left > 0;) {
			day = day.plusDays(1);
			if (!WEEKEND.contains(day.getDayOfWeek())) {
				left--;
			}
		}
		return day.with(LocalTime.of(23, 59, 59)).toInstant();
	}

}
