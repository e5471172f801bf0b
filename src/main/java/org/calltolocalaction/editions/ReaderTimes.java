package org.calltolocalaction.coordination.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.kernel.text.DateFormats;
import org.springframework.context.MessageSource;

/** Says times to one reader: in their language and zone, and how far off they are. */
public final class ReaderTimes {

	private final DateFormats dates;

	private final MessageSource messages;

	private final Locale language;

	private final ZoneId zone;

	private final Instant now;

	ReaderTimes(DateFormats dates, MessageSource messages, Locale language, ZoneId zone, Instant now) {
		this.dates = dates;
		this.messages = messages;
		this.language = language;
		this.zone = zone;
		this.now = now;
	}

	/** The day in the reader's zone. */
	public String date(Instant instant) {
		return dates.day(instant, zone, language);
	}

	/** A day that is the same in every zone. */
	public String day(LocalDate day) {
		return DateFormats.day(day, language);
	}

	/** Day and minute in the reader's zone, which the page names once. */
	public String at(Instant instant) {
		return dates.minute(instant, zone, language);
	}

	/**
	 * The deadline as it was decreed: to the second, with its zone; midnight ends its
	 * day.
	 */
	public String decreed(Deadline deadline) {
		return dates.until(deadline.instant(), deadline.zone(), language);
	}

	/** The same instant on the reader's own clock. */
	public String own(Instant instant) {
		return dates.until(instant, zone, language);
	}

	/**
	 * Whether the reader's own clock says the same, so that saying it twice would only
	 * confuse.
	 */
	public boolean sameClock(Deadline deadline) {
		return DateFormats.sameClock(deadline.instant(), deadline.zone(), zone);
	}

	/** Such as "in 12 days and 3 hours" or "3 hours ago". */
	public String distance(Instant instant) {
		boolean ahead = instant.isAfter(now);
		String key = ahead ? "coordination.time.ahead" : "coordination.time.ago";
		return messages.getMessage(key, new Object[] { length(instant) }, language);
	}

	/** How long ago it was, or how long it still is, such as "12 days and 3 hours". */
	public String length(Instant instant) {
		return dates.length(Duration.between(now, instant).abs(), language);
	}

	public boolean passed(Instant instant) {
		return !instant.isAfter(now);
	}

	/** The reader's own zone, which a page with many times names once. */
	public String ownZone() {
		return dates.zone(now, zone, language);
	}

}
