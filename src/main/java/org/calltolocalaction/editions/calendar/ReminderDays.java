package org.calltolocalaction.editions.calendar;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * How many days before a call's deadline those are reminded who have something to do
 * until then. A value.
 *
 * @param days the earliest reminder first, each once
 */
public record ReminderDays(List<Integer> days) {

	/** What is sent more often is read no more. */
	public static final int MOST = 8;

	public static final int EARLIEST = 180;

	public static final ReminderDays USUAL = new ReminderDays(List.of(30, 14, 7, 2));

	public ReminderDays {
		days = days.stream().distinct().sorted(Comparator.reverseOrder()).toList();
		if (days.isEmpty() || days.size() > MOST || days.get(0) > EARLIEST || days.get(days.size() - 1) < 1) {
			throw new IllegalArgumentException(
					"1 to %d reminders were expected, 1 to %d days before the deadline, not %s".formatted(MOST,
							EARLIEST, days));
		}
	}

	public static ReminderDays of(Collection<Integer> days) {
		return new ReminderDays(List.copyOf(days));
	}

}
