package org.calltolocalaction.coordination.web.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.calltolocalaction.kernel.text.Text;

/**
 * A time of a day as people write it: 23:59, 23:59:59, 23.59, 23h59, 23:59 h, 11:59 pm.
 * {@code 24:00} is the end of the day and nothing else. What can be read in two ways,
 * such as 7:5 or 12, is no time.
 *
 * @param days 1 where the day has ended with it, else 0
 */
record TypedTime(LocalTime time, int days) {

	private static final Pattern SHAPE = Pattern.compile(
			"([0-9]{1,2})(?:(?:[:.]|h)([0-9]{2})(?:(?:[:.]|m|min)([0-9]{2})s?|m|min)?(?:h|hrs)?|(h))?(am|pm|a\\.m\\.|p\\.m\\.)?",
			Pattern.CASE_INSENSITIVE);

	private static final int NOON = 12;

	private static final int HOURS = 24;

	private static final int MINUTES = 60;

	static Optional<TypedTime> parse(String typed) {
		Matcher written = SHAPE.matcher(Text.IDENTIFIER.of(typed));
		boolean hourAlone = written.matches() && written.group(2) == null;
		if (!written.matches() || hourAlone && written.group(4) == null && written.group(5) == null) {
			return Optional.empty();
		}
		return read(Integer.parseInt(written.group(1)), number(written.group(2)), number(written.group(3)),
				written.group(5));
	}

	private static Optional<TypedTime> read(int hour, int minute, int second, String half) {
		if (minute >= MINUTES || second >= MINUTES) {
			return Optional.empty();
		}
		if (half != null) {
			boolean onTheDial = hour >= 1 && hour <= NOON;
			int afternoon = half.toLowerCase(Locale.ROOT).startsWith("p") ? NOON : 0;
			return onTheDial ? Optional.of(new TypedTime(LocalTime.of(hour % NOON + afternoon, minute, second), 0))
					: Optional.empty();
		}
		if (hour == HOURS && minute == 0 && second == 0) {
			return Optional.of(new TypedTime(LocalTime.MIDNIGHT, 1));
		}
		return hour < HOURS ? Optional.of(new TypedTime(LocalTime.of(hour, minute, second), 0)) : Optional.empty();
	}

	/** The time of that day; its end is the first instant of the next. */
	LocalDateTime on(LocalDate day) {
		return day.plusDays(days).atTime(time);
	}

	private static int number(String digits) {
		return digits == null ? 0 : Integer.parseInt(digits);
	}

}
