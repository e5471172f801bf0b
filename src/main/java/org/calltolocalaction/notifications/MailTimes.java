package org.calltolocalaction.notifications;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.kernel.DateFormats;

/**
 * Tells times as the reader of a mail lives by them: a deadline never without the
 * reader's own time and what is left.
 */
final class MailTimes {

	private final DateFormats moments;

	private final MailMessages wording;

	private final ZoneId zone;

	private final Instant now;

	/**
	 * @param zone where the reader lives
	 */
	MailTimes(DateFormats moments, MailMessages wording, ZoneId zone, Instant now) {
		this.moments = moments;
		this.wording = wording;
		this.zone = zone;
		this.now = now;
	}

	/** Date, time and zone somewhere else. */
	String in(ZoneId zone, Instant instant) {
		return moments.exact(instant, zone, wording.language());
	}

	/** Date, time and zone where the reader lives. */
	String here(Instant instant) {
		return in(zone, instant);
	}

	/** The day alone, where the reader lives. */
	String day(Instant instant) {
		return moments.day(instant, zone, wording.language());
	}

	/** A day that is the same in every zone. */
	String day(LocalDate day) {
		return DateFormats.day(day, wording.language());
	}

	/**
	 * As the edition decreed it, as the reader's clock shows it, and how long is left.
	 */
	String deadline(Deadline deadline) {
		String left = left(deadline.zoned());
		String here = moments.until(deadline.instant(), zone, wording.language());
		return DateFormats.sameClock(deadline.instant(), deadline.zone(), zone)
				? wording.say("notifications.limit", here, left) : wording.say("notifications.limit.here",
						moments.until(deadline.instant(), deadline.zone(), wording.language()), here, left);
	}

	/**
	 * An instant until which something is to be done, kept in a zone that need not be the
	 * reader's.
	 */
	String limit(Instant instant, ZoneId kept) {
		String left = left(instant.atZone(kept));
		return DateFormats.sameClock(instant, kept, zone) ? wording.say("notifications.limit", here(instant), left)
				: wording.say("notifications.limit.here", in(kept, instant), here(instant), left);
	}

	/**
	 * How many days are left, as a person counts them: a reminder that is minutes late
	 * still says 14.
	 */
	long daysLeft(ZonedDateTime limit) {
		return Math.max(0, ChronoUnit.DAYS.between(now.atZone(limit.getZone()).minusHours(1), limit));
	}

	private String left(ZonedDateTime limit) {
		if (now.isAfter(limit.toInstant())) {
			return wording.say("notifications.passed");
		}
		long days = daysLeft(limit);
		return days > 0 ? wording.say("notifications.left.days", days)
				: wording.say("notifications.left.hours", Duration.between(now, limit).toHours());
	}

}
