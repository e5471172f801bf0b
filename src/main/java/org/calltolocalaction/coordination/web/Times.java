package org.calltolocalaction.coordination.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.kernel.Dates;
import org.calltolocalaction.kernel.Moments;
import org.springframework.context.MessageSource;

/** Says times to one reader: in their language and zone, and how far off they are. */
public final class Times {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

	private final Moments moments;

	private final MessageSource messages;

	private final Locale language;

	private final ZoneId zone;

	private final Instant now;

	Times(Moments moments, MessageSource messages, Locale language, ZoneId zone, Instant now) {
		this.moments = moments;
		this.messages = messages;
		this.language = language;
		this.zone = zone;
		this.now = now;
	}

	/** The day in the reader's zone. */
	public String date(Instant instant) {
		return Dates.day(LocalDate.ofInstant(instant, zone), language);
	}

	/** Day and minute in the reader's zone, which the page names once. */
	public String at(Instant instant) {
		return date(instant) + ", " + MINUTE.format(instant.atZone(zone));
	}

	/** The deadline as it was decreed: to the second, with its zone. */
	public String decreed(Deadline deadline) {
		return moments.exact(deadline.instant(), deadline.zone(), language);
	}

	/** The same instant on the reader's own clock. */
	public String own(Instant instant) {
		return moments.exact(instant, zone, language);
	}

	/** Whether the reader's own clock says the same, so that saying it twice would only confuse. */
	public boolean sameClock(Deadline deadline) {
		return zone.getRules().getOffset(deadline.instant()).equals(deadline.zoned().getOffset());
	}

	/** Such as "in 12 days and 3 hours" or "3 hours ago". */
	public String distance(Instant instant) {
		boolean ahead = instant.isAfter(now);
		return say(ahead ? "coordination.time.ahead" : "coordination.time.ago", length(instant));
	}

	/** How long ago it was, or how long it still is, such as "12 days and 3 hours". */
	public String length(Instant instant) {
		return length(Duration.between(now, instant).abs());
	}

	public boolean passed(Instant instant) {
		return !instant.isAfter(now);
	}

	/** The reader's own zone, which a page with many times names once. */
	public String ownZone() {
		return moments.zone(now, zone, language);
	}

	// Two units are enough to plan by: days and hours, hours and minutes, minutes.
	private String length(Duration length) {
		if (length.toDays() > 0) {
			return pair("days", length.toDays(), "hours", length.toHoursPart());
		}
		if (length.toHours() > 0) {
			return pair("hours", length.toHours(), "minutes", length.toMinutesPart());
		}
		return say("coordination.time.minutes", length.toMinutes());
	}

	private String pair(String unit, long count, String smaller, long rest) {
		String first = say("coordination.time." + unit, count);
		return rest == 0 ? first : say("coordination.time.and", first, say("coordination.time." + smaller, rest));
	}

	private String say(String key, Object... arguments) {
		return messages.getMessage(key, arguments, language);
	}

}
