package org.calltolocalaction.notifications.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.kernel.text.DateFormats;

/**
 * Tells times as the reader of a mail lives by them: a deadline never without the
 * reader's own time and what is left.
 */
public final class MailTimes {

	private final DateFormats dates;

	private final MailMessages messages;

	private final ZoneId zone;

	private final Instant now;

	/**
	 * @param zone where the reader lives
	 */
	MailTimes(DateFormats dates, MailMessages messages, ZoneId zone, Instant now) {
		this.dates = dates;
		this.messages = messages;
		this.zone = zone;
		this.now = now;
	}

	/** Date, time and zone somewhere else. */
	public String in(ZoneId zone, Instant instant) {
		return dates.exact(instant, zone, messages.language());
	}

	/** Date, time and zone where the reader lives. */
	public String here(Instant instant) {
		return in(zone, instant);
	}

	/** The day alone, where the reader lives. */
	public String day(Instant instant) {
		return dates.day(instant, zone, messages.language());
	}

	/** A day that is the same in every zone. */
	public String day(LocalDate day) {
		return DateFormats.day(day, messages.language());
	}

	/**
	 * As the edition decreed it, as the reader's clock shows it, and how long is left.
	 */
	public String deadline(Deadline deadline) {
		String left = left(deadline.zoned());
		String here = dates.until(deadline.instant(), zone, messages.language());
		return DateFormats.sameClock(deadline.instant(), deadline.zone(), zone)
				? messages.say("notifications.limit", here, left) : messages.say("notifications.limit.here",
						dates.until(deadline.instant(), deadline.zone(), messages.language()), here, left);
	}

	/**
	 * An instant until which something is to be done, kept in a zone that need not be the
	 * reader's.
	 */
	public String limit(Instant instant, ZoneId kept) {
		String left = left(instant.atZone(kept));
		return DateFormats.sameClock(instant, kept, zone) ? messages.say("notifications.limit", here(instant), left)
				: messages.say("notifications.limit.here", in(kept, instant), here(instant), left);
	}

	/**
	 * How many days are left, as a person counts them: a reminder that is minutes late
	 * still says 14.
	 */
	public long daysLeft(ZonedDateTime limit) {
		return Math.max(0, ChronoUnit.DAYS.between(now.atZone(limit.getZone()).minusHours(1), limit));
	}

	private String left(ZonedDateTime limit) {
		if (now.isAfter(limit.toInstant())) {
			return messages.say("notifications.passed");
		}
		long days = daysLeft(limit);
		return days > 0 ? messages.say("notifications.left.days", days)
				: messages.say("notifications.left.hours", Duration.between(now, limit).toHours());
	}

}
