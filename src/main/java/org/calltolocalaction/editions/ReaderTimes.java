package org.calltolocalaction.editions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.calltolocalaction.kernel.text.DateFormats;
import org.springframework.context.MessageSource;

/**
 * Says times to one reader, in their language and as they live by them, on pages and in
 * mails: a deadline never without the reader's own time and how long is left.
 */
public final class ReaderTimes {

	private final DateFormats dates;

	private final MessageSource messages;

	private final Locale language;

	private final ZoneId zone;

	private final Instant now;

	/**
	 * @param zone where the reader lives
	 */
	public ReaderTimes(DateFormats dates, MessageSource messages, Locale language, ZoneId zone, Instant now) {
		this.dates = dates;
		this.messages = messages;
		this.language = language;
		this.zone = zone;
		this.now = now;
	}

	/** The day alone, where the reader lives. */
	public String day(Instant instant) {
		return dates.day(instant, zone, language);
	}

	/** A day that is the same in every zone. */
	public String day(LocalDate day) {
		return DateFormats.day(day, language);
	}

	/** Such a day with its day of the week. */
	public String weekday(LocalDate day) {
		return DateFormats.weekday(day, language);
	}

	/** Day and minute where the reader lives, for a page that names their zone once. */
	public String at(Instant instant) {
		return dates.minute(instant, zone, language);
	}

	/** The reader's own zone, which such a page names. */
	public String ownZone() {
		return dates.zone(now, zone, language);
	}

	/** Day, time and zone where the reader lives. */
	public String here(Instant instant) {
		return in(zone, instant);
	}

	/** Day, time and zone somewhere else. */
	public String in(ZoneId zone, Instant instant) {
		return dates.exact(instant, zone, language);
	}

	/**
	 * The deadline as it was decreed: to the second, with its zone; midnight ends its
	 * day.
	 */
	public String decreed(Deadline deadline) {
		return dates.until(deadline.instant(), deadline.zone(), language);
	}

	/** The same instant on the reader's own clock. */
	public String own(Deadline deadline) {
		return dates.until(deadline.instant(), zone, language);
	}

	/**
	 * Whether the reader's own clock says the same, so that saying it twice would only
	 * confuse.
	 */
	public boolean sameClock(Deadline deadline) {
		return DateFormats.sameClock(deadline.instant(), deadline.zone(), zone);
	}

	/**
	 * The deadline in one sentence: as it was decreed, on the reader's own clock, and how
	 * long is left.
	 */
	public String deadline(Deadline deadline) {
		return limit(sameClock(deadline), decreed(deadline), own(deadline), deadline.zoned());
	}

	/**
	 * An instant until which something is to be done, kept in a zone that need not be the
	 * reader's.
	 */
	public String limit(Instant instant, ZoneId kept) {
		return limit(DateFormats.sameClock(instant, kept, zone), in(kept, instant), here(instant),
				instant.atZone(kept));
	}

	/**
	 * The end of such a day in UTC, until which something is to be done: midnight is the
	 * 24:00 of the day that ends then.
	 */
	public String endOf(LocalDate day) {
		Instant end = end(day);
		return limit(DateFormats.sameClock(end, ZoneOffset.UTC, zone), dates.until(end, ZoneOffset.UTC, language),
				dates.until(end, zone, language), end.atZone(ZoneOffset.UTC));
	}

	/** When a day ends that is the same in every zone, because it is one in UTC. */
	public static Instant end(LocalDate day) {
		return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
	}

	private String limit(boolean sameClock, String there, String here, ZonedDateTime limit) {
		return sameClock ? say("editions.time.limit", here, left(limit))
				: say("editions.time.limit.here", there, here, left(limit));
	}

	private String left(ZonedDateTime limit) {
		if (now.isAfter(limit.toInstant())) {
			return say("editions.time.passed");
		}
		long days = daysLeft(limit);
		return days > 0 ? say("editions.time.left.days", days)
				: say("editions.time.left.hours", Duration.between(now, limit).toHours());
	}

	/**
	 * How many days are left, as a person counts them: a reminder that is minutes late
	 * still says 14.
	 */
	public long daysLeft(ZonedDateTime limit) {
		return Math.max(0, ChronoUnit.DAYS.between(now.atZone(limit.getZone()).minusHours(1), limit));
	}

	/** Such as "in 12 days and 3 hours" or "3 hours ago". */
	public String distance(Instant instant) {
		return say(instant.isAfter(now) ? "editions.time.ahead" : "editions.time.ago", length(instant));
	}

	/** How long ago it was, or how long it still is, such as "12 days and 3 hours". */
	public String length(Instant instant) {
		return dates.length(Duration.between(now, instant).abs(), language);
	}

	public boolean passed(Instant instant) {
		return !instant.isAfter(now);
	}

	private String say(String key, Object... arguments) {
		return messages.getMessage(key, arguments, language);
	}

}
