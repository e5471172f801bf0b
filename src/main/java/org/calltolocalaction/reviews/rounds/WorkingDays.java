package org.calltolocalaction.reviews.rounds;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * Counts the days on which reviewers work: Monday to Friday, in UTC, because the partners
 * sit in many zones, without the days off of the edition. A day ends at noon UTC here, so
 * that a due date is the same day on nearly every reviewer's calendar.
 */
public record WorkingDays(Set<LocalDate> daysOff) {

	private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

	/** Noon of the working day that is so many working days after this instant. */
	public Instant after(Instant start, int days) {
		LocalDate day = LocalDate.ofInstant(start, ZoneOffset.UTC);
		for (int left = days; left > 0;) {
			day = day.plusDays(1);
			if (works(day)) {
				left--;
			}
		}
		return noon(day);
	}

	/** The last working day from which so many working days are left up to this day. */
	LocalDate before(LocalDate last, int days) {
		LocalDate day = last;
		for (int left = days; left > 0 || !works(day); day = day.minusDays(1)) {
			left -= works(day) ? 1 : 0;
		}
		return day;
	}

	/** Noon of the day itself, or of the last working day before it. */
	Instant upTo(LocalDate day) {
		LocalDate last = day;
		while (!works(last)) {
			last = last.minusDays(1);
		}
		return noon(last);
	}

	private boolean works(LocalDate day) {
		return !WEEKEND.contains(day.getDayOfWeek()) && !daysOff.contains(day);
	}

	private static Instant noon(LocalDate day) {
		return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
	}

}
