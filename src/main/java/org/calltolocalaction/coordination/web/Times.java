package org.calltolocalaction.coordination.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.kernel.Dates;
import org.springframework.context.MessageSource;

/** Says times to one reader: in their language and zone, and how far off they are. */
public final class Times {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

	private final MessageSource messages;

	private final Locale language;

	private final ZoneId zone;

	private final Instant now;

	Times(MessageSource messages, Locale language, ZoneId zone, Instant now) {
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
		return full(deadline.zoned());
	}

	/** The same instant on the reader's own clock. */
	public String own(Instant instant) {
		return full(instant.atZone(zone));
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
		String offset = Dates.offset(zone.getRules().getOffset(now));
		return name(zone).isEmpty() ? offset : name(zone) + " (" + offset + ")";
	}

	private String full(ZonedDateTime at) {
		String moment = Dates.moment(at.toInstant(), at.getZone(), language);
		return name(at.getZone()).isEmpty() ? moment : moment + ", " + name(at.getZone());
	}

	// A zone that is a mere distance from UTC has no name beside it.
	private String name(ZoneId named) {
		if (named.equals(Deadline.ANYWHERE_ON_EARTH)) {
			return say("coordination.time.anywhere-on-earth");
		}
		return named.normalized() instanceof ZoneOffset ? "" : named.getDisplayName(TextStyle.FULL, language);
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
