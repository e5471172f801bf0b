package org.calltolocalaction.editions.calendar;

import java.time.Instant;
import java.time.Period;
import java.util.OptionalInt;
import org.calltolocalaction.editions.Deadline;

/**
 * When an open call acts next, made from its deadline alone: for the process, which sets
 * its timers so, and for forecasts of another deadline.
 *
 * @param closing the first instant after the grace period's last second
 * @param nextReminder the closing itself where none is left
 */
public record CallTimers(Instant closing, Instant nextReminder) {

	public static CallTimers of(Deadline deadline, ReminderDays reminders, Instant now) {
		Instant closing = deadline.endOfGrace().plusSeconds(1);
		return new CallTimers(closing,
				reminders.days()
					.stream()
					.map(days -> reminder(deadline, days))
					.filter(reminder -> reminder.isAfter(now))
					.findFirst()
					.orElse(closing));
	}

	/** Which reminder was due last, in days before the deadline. */
	static OptionalInt lastReminder(Deadline deadline, ReminderDays reminders, Instant now) {
		return reminders.days()
			.stream()
			.mapToInt(Integer::intValue)
			.filter(days -> !reminder(deadline, days).isAfter(now))
			.min();
	}

	private static Instant reminder(Deadline deadline, int days) {
		return deadline.zoned().minus(Period.ofDays(days)).toInstant();
	}

}
