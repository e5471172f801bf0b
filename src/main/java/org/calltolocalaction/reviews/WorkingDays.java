package org.calltolocalaction.reviews;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Counts the days on which reviewers work: Monday to Friday, in UTC, because the partners sit in many zones. A day ends
 * at noon UTC here, so that a due date is the same day on nearly every reviewer's calendar.
 */
final class WorkingDays {

	private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

	private WorkingDays() {
	}

	/** Noon of the working day that is so many working days after this instant. */
	static Instant after(Instant start, int days) {
		ZonedDateTime day = start.atZone(ZoneOffset.UTC);
		for (int left = days; left > 0;) {
			day = day.plusDays(1);
			if (!WEEKEND.contains(day.getDayOfWeek())) {
				left--;
			}
		}
		return day.with(LocalTime.NOON).toInstant();
	}

}
