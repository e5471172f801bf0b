package org.calltolocalaction.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Dates and times as the United Nations write them in each language: the day before the month, the clock in 24 hours,
 * and never a time without its zone.
 */
public final class Dates {

	private Dates() {
	}

	/** Such as 1 October 2026, 1 de octubre de 2026, 1er octobre 2026. */
	public static String day(LocalDate date, Locale language) {
		Locale spoken = Languages.nearest(language);
		if (spoken.equals(Languages.SPANISH)) {
			return format("d 'de' MMMM 'de' uuuu", spoken).format(date);
		}
		boolean first = spoken.equals(Languages.FRENCH) && date.getDayOfMonth() == 1;
		return format(first ? "d'er' MMMM uuuu" : "d MMMM uuuu", spoken).format(date);
	}

	/** Such as 1 October 2026, 23:59:59 (UTC−12:00). Seconds are told only where there are some. */
	public static String moment(Instant instant, ZoneId zone, Locale language) {
		ZonedDateTime there = instant.atZone(zone);
		String time = format(there.getSecond() == 0 ? "HH:mm" : "HH:mm:ss", Languages.nearest(language)).format(there);
		return day(there.toLocalDate(), language) + ", " + time + " (" + offset(there.getOffset()) + ")";
	}

	/** As {@link #moment}, without the seconds, for what nobody has to reckon with. */
	public static String minute(Instant instant, ZoneId zone, Locale language) {
		return moment(instant.truncatedTo(ChronoUnit.MINUTES), zone, language);
	}

	/** Such as UTC or UTC−05:00, with the sign that a reader and a screen reader take for a minus. */
	public static String offset(ZoneOffset offset) {
		return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId().replace('-', '−');
	}

	private static DateTimeFormatter format(String pattern, Locale language) {
		return DateTimeFormatter.ofPattern(pattern, language);
	}

}
