package org.calltolocalaction.forms.types;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a time of day is stored, as form-js names it, and how people write one. */
public enum TimeFormat {

	/** As it stands on the clock. */
	NO_TIMEZONE,

	/** As it stands on the clock, and how far that clock is from UTC. */
	UTC_OFFSET,

	/** As it is at that moment in UTC. */
	UTC_NORMALIZED;

	private static final int AFTERNOON = 14 * 60;

	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

	private static final DateTimeFormatter DAY_AND_CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm",
			Locale.ROOT);

	private static final Pattern TYPED = Pattern
		.compile("(\\d{1,2})(?:\\s*[:.hH]\\s*(\\d{2})?)?(?:\\s*h)?\\s*([aApP])?(?:\\.?\\s?[mM]\\.?)?");

	/**
	 * The time that somebody typed, as half past two is written in one country or
	 * another; null where it is none.
	 */
	static @Nullable LocalTime typed(String text) {
		Matcher matcher = TYPED.matcher(text);
		boolean bare = text.matches("\\d+");
		if (!matcher.matches() || bare || text.matches("(?i).*m\\.?") && matcher.group(3) == null) {
			return null;
		}
		int hour = Integer.parseInt(matcher.group(1));
		int minute = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
		if (matcher.group(3) != null) {
			if (hour < 1 || hour > 12) {
				return null;
			}
			hour = hour % 12 + (matcher.group(3).equalsIgnoreCase("p") ? 12 : 0);
		}
		return hour > 23 || minute > 59 ? null : LocalTime.of(hour, minute);
	}

	/** The time as the clock of this document shows it. */
	static String onTheClock(LocalTime time) {
		return CLOCK.format(time);
	}

	/** The moment as it is typed: without a zone. */
	static String onTheClock(LocalDateTime moment) {
		return DAY_AND_CLOCK.format(moment);
	}

	/**
	 * What is said of times in such steps: how long they are in minutes, and two of them
	 * in the afternoon.
	 */
	static Object[] steps(int minutes) {
		int afternoon = -Math.floorDiv(-AFTERNOON, minutes) * minutes;
		return new Object[] { minutes, onTheClock(LocalTime.MIDNIGHT.plusMinutes(afternoon)),
				onTheClock(LocalTime.MIDNIGHT.plusMinutes(afternoon + minutes)) };
	}

	/** The time in the reader's language. */
	static String inWords(LocalTime time, Locale locale) {
		// Plain English would say half past two p.m., which most readers here do not.
		Locale reader = locale.getLanguage().equals("en") ? Locale.UK : locale;
		return time.format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(reader));
	}

	/**
	 * The time as it is stored. A time without a day is of the day that is meant, for
	 * clocks change in spring.
	 */
	String stored(LocalTime time, LocalDateTime day, ZoneId zone) {
		ZoneOffset offset = zone.getRules().getOffset(day);
		return switch (this) {
			case NO_TIMEZONE -> onTheClock(time);
			case UTC_OFFSET -> onTheClock(time) + signed(offset);
			case UTC_NORMALIZED ->
				onTheClock(OffsetTime.of(time, offset).withOffsetSameInstant(ZoneOffset.UTC).toLocalTime()) + "Z";
		};
	}

	/** The moment as it is stored. */
	String stored(LocalDateTime moment, ZoneId zone) {
		OffsetDateTime fixed = moment.atZone(zone).toOffsetDateTime();
		return switch (this) {
			case NO_TIMEZONE -> onTheClock(moment);
			case UTC_OFFSET -> onTheClock(fixed.toLocalDateTime()) + signed(fixed.getOffset());
			case UTC_NORMALIZED -> onTheClock(fixed.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()) + "Z";
		};
	}

	private static String signed(ZoneOffset offset) {
		return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId().substring(0, 6);
	}

}
