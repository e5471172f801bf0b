package org.calltolocalaction.reviews.rounds;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.calendar.ReviewCalendar;

/**
 * The days of one round of reviews, counted by its edition's calendar.
 *
 * @param due when whoever still has a review is reminded
 * @param leadsTold when the partners' leads are told of reviews that are still open
 * @param coordinatorsTold when the coordinators are
 * @param cutOff when the round ends with the reviews there are
 */
public record RoundDates(Instant due, Instant leadsTold, Instant coordinatorsTold, Instant cutOff) {

	/** Receipts and due dates are to the second. */
	private static final Duration LAST_INSTANT = Duration.ofSeconds(1);

	/**
	 * Working days from the due date to telling the leads: the reviewer had the reminder
	 * and a day to answer it.
	 */
	private static final int LEAD_DAYS = 2;

	/**
	 * Working days from the due date to telling the coordinators: the leads had three of
	 * them to move the work.
	 */
	private static final int COORDINATOR_DAYS = 5;

	/**
	 * How many working days after the due date a round ends that began too late for the
	 * edition's cut-off.
	 */
	private static final int LAST_CHANCE_DAYS = 10;

	/** When this happens. */
	public Instant of(RoundTimer timer) {
		return switch (timer) {
			case DUE -> due;
			case LEADS_TOLD -> leadsTold;
			case COORDINATORS_TOLD -> coordinatorsTold;
			case CUT_OFF -> cutOff;
		};
	}

	static RoundDates of(Edition edition, Instant opened) {
		return of(edition.reviewCalendar(), edition.deadline(), opened);
	}

	static RoundDates of(ReviewCalendar calendar, Deadline deadline, Instant opened) {
		WorkingDays days = new WorkingDays(calendar.daysOff());
		LocalDate contents = calendar.contents(deadline);
		Instant due = due(days.after(opened, calendar.days()), contents, opened, days);
		return new RoundDates(due, days.after(due, LEAD_DAYS), days.after(due, COORDINATOR_DAYS),
				later(calendar.cutOff(deadline), lastChance(contents, due, days)));
	}

	/**
	 * Not after the contents are to be confirmed: where no working day is left until
	 * then, at the last instant of the day on which they are. Only a day that is over
	 * binds nobody: nobody is overdue at once, and the contents cannot be confirmed
	 * without the pledge's outcome anyway.
	 */
	private static Instant due(Instant usual, LocalDate contents, Instant opened, WorkingDays days) {
		Instant confirmed = endOf(contents);
		if (usual.isBefore(confirmed) || !opened.isBefore(confirmed.minus(LAST_INSTANT))) {
			return usual;
		}
		Instant last = days.upTo(contents);
		return last.isBefore(days.after(opened, 1)) ? confirmed.minus(LAST_INSTANT) : last;
	}

	private static Instant endOf(LocalDate day) {
		return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
	}

	/**
	 * A round that begins late keeps its chain of reminders, as far as there is time
	 * until the contents are confirmed.
	 */
	private static Instant lastChance(LocalDate contents, Instant due, WorkingDays days) {
		Instant usual = days.after(due, LAST_CHANCE_DAYS);
		Instant confirmed = endOf(contents);
		return confirmed.isAfter(due) && confirmed.isBefore(usual) ? confirmed : usual;
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

}
