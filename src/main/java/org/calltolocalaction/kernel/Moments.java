package org.calltolocalaction.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Writes instants as people read them: date, time and zone, in the reader's language. Templates call it as
 * {@code @moments}, so that a deadline reads the same on every page.
 */
@Component("moments")
public class Moments {

	private static final ZoneId ANYWHERE_ON_EARTH = ZoneId.of("Etc/GMT+12");

	private final MessageSource messages;

	Moments(MessageSource messages) {
		this.messages = messages;
	}

	/** Such as “1 October 2027, 23:59:59 (anywhere on Earth, UTC−12)”. */
	public String exact(Instant instant, ZoneId zone) {
		return exact(instant, zone, LocaleContextHolder.getLocale());
	}

	public String exact(Instant instant, ZoneId zone, Locale language) {
		return moment(instant, zone, "HH:mm:ss", language);
	}

	/** The same to the minute. */
	public String at(Instant instant, ZoneId zone) {
		return moment(instant, zone, "HH:mm", LocaleContextHolder.getLocale());
	}

	/** The day alone, in that zone. */
	public String day(Instant instant, ZoneId zone) {
		return day(instant.atZone(zone).toLocalDate());
	}

	public String day(LocalDate day) {
		return Dates.day(day, LocaleContextHolder.getLocale());
	}

	/** The zone's name with its offset at that instant. */
	public String zone(Instant instant, ZoneId zone, Locale language) {
		ZoneOffset offset = zone.getRules().getOffset(instant);
		String utc = "UTC" + (offset.equals(ZoneOffset.UTC) ? ""
				: offset.getId().replace("-", "−").replaceFirst("^(.)0", "$1").replaceFirst(":00$", ""));
		if (zone.equals(ANYWHERE_ON_EARTH)) {
			return messages.getMessage("kernel.zone.anywhere", new Object[] { utc }, language);
		}
		boolean named = zone.getId().contains("/") && !zone.getId().startsWith("Etc/");
		return named ? zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ') + ", " + utc : utc;
	}

	private String moment(Instant instant, ZoneId zone, String time, Locale language) {
		ZonedDateTime there = instant.atZone(zone);
		return "%s, %s (%s)".formatted(Dates.day(there.toLocalDate(), language),
				there.format(DateTimeFormatter.ofPattern(time)), zone(instant, zone, language));
	}

}
