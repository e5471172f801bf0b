package org.calltolocalaction.editions.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.OptionalInt;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The dates on which an edition's cycle acts, made from its deadline as it is now. */
@Service
public class CallCalendar {

	/** How many days before the deadline drafts and open reviews are reminded. */
	private static final List<Integer> REMINDER_DAYS = List.of(30, 14, 7, 2);

	private final Editions editions;

	private final Clock clock;

	CallCalendar(Editions editions, Clock clock) {
		this.editions = editions;
		this.clock = clock;
	}

	/** When the call closes: the first instant after the grace period's last second. */
	@Transactional(readOnly = true)
	public Instant closing(EditionYear year) {
		return editions.edition(year).deadline().endOfGrace().plusSeconds(1);
	}

	/** The next reminder, or the closing itself where none is left. */
	@Transactional(readOnly = true)
	public Instant nextReminder(EditionYear year) {
		Deadline deadline = editions.edition(year).deadline();
		Instant now = clock.instant();
		return REMINDER_DAYS.stream()
			.map(days -> deadline.zoned().minus(Period.ofDays(days)).toInstant())
			.filter(reminder -> reminder.isAfter(now))
			.findFirst()
			.orElseGet(() -> closing(year));
	}

	/**
	 * Which reminder was due last, in days before the deadline as it is now; none where
	 * the first is still to come.
	 */
	@Transactional(readOnly = true)
	public OptionalInt lastReminder(EditionYear year) {
		Deadline deadline = editions.edition(year).deadline();
		Instant now = clock.instant();
		return REMINDER_DAYS.stream()
			.mapToInt(Integer::intValue)
			.filter(days -> !deadline.zoned().minus(Period.ofDays(days)).toInstant().isAfter(now))
			.min();
	}

}
