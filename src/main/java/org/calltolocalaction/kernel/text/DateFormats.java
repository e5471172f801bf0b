package org.calltolocalaction.kernel.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Writes dates and times as the United Nations write them in each language: the day
 * before the month, the clock in 24 hours, and never a time without its zone. Templates
 * call it as {@code @dates}, mails by its bean, so that a deadline reads the same
 * wherever it stands. Without a language it takes that of the request.
 */
@Component("dates")
public class DateFormats {

	private static final ZoneId ANYWHERE_ON_EARTH = ZoneId.of("Etc/GMT+12");

	private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");

	private static final String END_OF_DAY = "24:00:00";

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

	private static final Map<List<Object>, DateTimeFormatter> FORMATS = new ConcurrentHashMap<>();

	private final MessageSource messages;

	public DateFormats(MessageSource messages) {
		this.messages = messages;
	}

	/** Such as 1 October 2026, 1 de octubre de 2026, 1er octobre 2026. */
	public static String day(LocalDate date, Locale language) {
		Locale spoken = Languages.nearest(language);
		if (spoken.equals(Languages.SPANISH)) {
			return format("d 'de' MMMM 'de' uuuu", spoken).format(date);
		}
		return dayOfMonth(date, spoken) + format(" MMMM uuuu", spoken).format(date);
	}

	/**
	 * The same with its day of the week: Thursday 1 October 2026, jueves 1 de octubre de
	 * 2026, jeudi 1er octobre 2026.
	 */
	public static String weekday(LocalDate date, Locale language) {
		Locale spoken = Languages.nearest(language);
		return format("EEEE ", spoken).format(date) + day(date, spoken);
	}

	// A string, because a number in a message would get the separators of a quantity.
	private static String dayOfMonth(LocalDate date, Locale language) {
		boolean first = Languages.nearest(language).equals(Languages.FRENCH) && date.getDayOfMonth() == 1;
		return date.getDayOfMonth() + (first ? "er" : "");
	}

	/**
	 * Such as UTC, UTC−12 or UTC+5:30, with the sign that a reader and a screen reader
	 * take for a minus.
	 */
	public static String offset(Instant instant, ZoneId zone) {
		ZoneOffset offset = zone.getRules().getOffset(instant);
		return "UTC" + (offset.equals(ZoneOffset.UTC) ? ""
				: offset.getId().replace("-", "−").replaceFirst("^(.)0", "$1").replaceFirst(":00$", ""));
	}

	/**
	 * Whether clocks in both zones show the same then, so that saying both would only
	 * confuse.
	 */
	public static boolean sameClock(Instant instant, ZoneId one, ZoneId other) {
		return one.getRules().getOffset(instant).equals(other.getRules().getOffset(instant));
	}

	/** Such as “1 October 2027, 23:59:59 (anywhere on Earth, UTC−12)”. */
	public String exact(Instant instant, ZoneId zone) {
		return exact(instant, zone, LocaleContextHolder.getLocale());
	}

	public String exact(Instant instant, ZoneId zone, Locale language) {
		return moment(instant, zone, SECOND, language);
	}

	/**
	 * The same of the end of something: midnight is the 24:00 of the day that ends then,
	 * as people say it.
	 */
	public String until(Instant instant, ZoneId zone) {
		return until(instant, zone, LocaleContextHolder.getLocale());
	}

	public String until(Instant instant, ZoneId zone, Locale language) {
		ZonedDateTime there = instant.atZone(zone);
		return there.toLocalTime().equals(LocalTime.MIDNIGHT) ? "%s (%s)"
			.formatted(joined(there.toLocalDate().minusDays(1), END_OF_DAY, language), zone(instant, zone, language))
				: exact(instant, zone, language);
	}

	/** The same in UTC, beside which no other zone has to be known. */
	public String utc(Instant instant) {
		return exact(instant, ZoneOffset.UTC);
	}

	/** The same to the minute, for what nobody has to reckon with. */
	public String at(Instant instant, ZoneId zone) {
		return moment(instant, zone, MINUTE, LocaleContextHolder.getLocale());
	}

	/**
	 * Day and minute without the zone, for a page that names it once for all its times.
	 */
	public String minute(Instant instant, ZoneId zone, Locale language) {
		ZonedDateTime there = instant.atZone(zone);
		return joined(there.toLocalDate(), MINUTE.format(there), language);
	}

	/** A day and a time of that day: 1 October 2026, 23:59; 1er octobre 2026 à 23:59. */
	public static String joined(LocalDate day, String time, Locale language) {
		boolean french = Languages.nearest(language).equals(Languages.FRENCH);
		return day(day, language) + (french ? " à " : ", ") + time;
	}

	/** The day alone, in that zone. */
	public String day(Instant instant, ZoneId zone) {
		return day(instant, zone, LocaleContextHolder.getLocale());
	}

	public String day(Instant instant, ZoneId zone, Locale language) {
		return day(LocalDate.ofInstant(instant, zone), language);
	}

	public String day(LocalDate day) {
		return day(day, LocaleContextHolder.getLocale());
	}

	/**
	 * Several days as one says them, each once: “12 and 15 September 2026”, the month but
	 * once where they share it.
	 */
	public String days(Collection<Instant> instants, ZoneId zone) {
		Locale language = LocaleContextHolder.getLocale();
		List<LocalDate> days = instants.stream().map(at -> LocalDate.ofInstant(at, zone)).distinct().sorted().toList();
		String said = day(days.get(days.size() - 1), language);
		for (int before = days.size() - 2; before >= 0; before--) {
			LocalDate day = days.get(before);
			boolean sameMonth = YearMonth.from(day).equals(YearMonth.from(days.get(before + 1)));
			String key = before == days.size() - 2 ? "kernel.time.and" : "kernel.time.comma";
			said = say(key, language, sameMonth ? dayOfMonth(day, language) : day(day, language), said);
		}
		return said;
	}

	/**
	 * The zone's name at that instant, as its people call it, and its offset; the offset
	 * alone where it has no name.
	 */
	public String zone(Instant instant, ZoneId zone, Locale language) {
		String offset = offset(instant, zone);
		if (zone.equals(ANYWHERE_ON_EARTH)) {
			return messages.getMessage("kernel.zone.anywhere", new Object[] { offset }, language);
		}
		if (zone.normalized() instanceof ZoneOffset) {
			return offset;
		}
		String name = format("zzzz", Languages.nearest(language)).format(instant.atZone(zone));
		boolean nameless = name.startsWith("GMT") || name.startsWith("UTC") || name.equals(zone.getId());
		return nameless ? offset : name + ", " + offset;
	}

	/**
	 * A span by which one can plan, such as “12 days and 3 hours” or “2 hours and 5
	 * minutes”.
	 */
	public String length(Duration span, Locale language) {
		if (span.toDays() > 0) {
			return pair("days", span.toDays(), "hours", span.toHoursPart(), language);
		}
		if (span.toHours() > 0) {
			return pair("hours", span.toHours(), "minutes", span.toMinutesPart(), language);
		}
		return say("kernel.time.minutes", language, span.toMinutes());
	}

	private String pair(String unit, long count, String smaller, long rest, Locale language) {
		String first = say("kernel.time." + unit, language, count);
		return rest == 0 ? first
				: say("kernel.time.and", language, first, say("kernel.time." + smaller, language, rest));
	}

	private String moment(Instant instant, ZoneId zone, DateTimeFormatter time, Locale language) {
		ZonedDateTime there = instant.atZone(zone);
		return "%s (%s)".formatted(joined(there.toLocalDate(), time.format(there), language),
				zone(instant, zone, language));
	}

	private String say(String key, Locale language, Object... arguments) {
		return messages.getMessage(key, arguments, language);
	}

	// Reading a pattern takes longer than writing a date with it, and a list has a
	// hundred dates.
	private static DateTimeFormatter format(String pattern, Locale language) {
		return FORMATS.computeIfAbsent(List.of(pattern, language),
				absent -> DateTimeFormatter.ofPattern(pattern, language));
	}

}
