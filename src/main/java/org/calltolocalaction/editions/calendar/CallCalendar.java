package org.calltolocalaction.editions.calendar;

import java.time.Clock;
import java.time.Instant;
import java.util.OptionalInt;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The dates on which an edition's cycle acts, made from its deadline as it is now. */
@Service
public class CallCalendar {

	private final Editions editions;

	private final Clock clock;

	CallCalendar(Editions editions, Clock clock) {
		this.editions = editions;
		this.clock = clock;
	}

	/** When the call closes: the first instant after the grace period's last second. */
	@Transactional(readOnly = true)
	public Instant closing(EditionYear year) {
		return timers(year).closing();
	}

	/** The next reminder, or the closing itself where none is left. */
	@Transactional(readOnly = true)
	public Instant nextReminder(EditionYear year) {
		return timers(year).nextReminder();
	}

	/**
	 * Which reminder was due last, in days before the deadline as it is now; none where
	 * the first is still to come.
	 */
	@Transactional(readOnly = true)
	public OptionalInt lastReminder(EditionYear year) {
		Edition edition = editions.edition(year);
		return CallTimers.lastReminder(edition.deadline(), edition.reminders(), clock.instant());
	}

	private CallTimers timers(EditionYear year) {
		Edition edition = editions.edition(year);
		return CallTimers.of(edition.deadline(), edition.reminders(), clock.instant());
	}

}
