package org.calltolocalaction.reviews.offline;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * How a cell shows a day or a time. The library for numbers knows most such formats, but
 * neither those with words between the parts, as Spanish has them, nor the names that
 * languages have today.
 */
final class DatePattern {

	/** The day as each computer writes it in full, and the time. */
	private static final String LONG_DAY = "$-F800";

	private static final String TIME = "$-F400";

	private static final Pattern TOKEN = Pattern
		.compile("\"([^\"]*)\"|\\\\(.)|[_*].|\\[([^\\]]*)\\]|(?i:(AM/PM|A/P))|(?i:(y+|m+|d+|h+|s+))|(\\.0+)|(?s:(.))");

	private static final Pattern COUNTED_ON = Pattern.compile("(?i)h+|m+|s+");

	private static final Pattern LANGUAGE = Pattern.compile("\\$([^-]*)-([0-9A-Za-z-]+).*");

	/** By the lower part of the numbers that Windows has for them. */
	private static final Map<Integer, String> LANGUAGES = Map.of(0x09, "en", 0x0a, "es", 0x0c, "fr", 0x16, "pt", 0x10,
			"it", 0x07, "de");

	private final List<Part> parts = new ArrayList<>();

	private Locale language;

	private boolean twelveHours;

	/** One part of the pattern: a letter as often as it stands there, or a text. */
	private record Part(char letter, int length, String text) {

		boolean is(char other) {
			return letter == other;
		}

	}

	private DatePattern(Locale language) {
		this.language = language;
	}

	/** Nothing where the pattern is one of numbers or of texts. */
	static Optional<DatePattern> of(String pattern, Locale reader) {
		DatePattern read = new DatePattern(reader);
		return read.read(pattern) ? Optional.of(read) : Optional.empty();
	}

	private boolean read(String pattern) {
		boolean date = false;
		Matcher token = TOKEN.matcher(pattern.equalsIgnoreCase("general") ? "@" : pattern);
		while (token.find()) {
			if (token.group(5) != null) {
				add(token.group(5));
				date = true;
			}
			else if (token.group(3) != null) {
				date |= inBrackets(token.group(3));
			}
			else if (token.group(4) != null) {
				parts.add(new Part('a', token.group(4).length(), ""));
				twelveHours = true;
			}
			else if (token.group(6) != null) {
				if (parts.isEmpty() || !parts.get(parts.size() - 1).is('s')) {
					return false;
				}
				parts.add(new Part('f', token.group(6).length() - 1, ""));
			}
			else if (";".equals(token.group(7))) {
				// What follows is for what is less than nothing.
				break;
			}
			else if (token.group(7) != null && "0#?@".contains(token.group(7))) {
				return false;
			}
			else {
				text(token.group(1) != null ? token.group(1)
						: token.group(2) != null ? token.group(2) : token.group(7));
			}
		}
		return date;
	}

	private void add(String letters) {
		parts.add(new Part(Character.toLowerCase(letters.charAt(0)), letters.length(), ""));
	}

	private boolean inBrackets(String said) {
		if (COUNTED_ON.matcher(said).matches()) {
			parts.add(new Part(Character.toUpperCase(said.charAt(0)), said.length(), ""));
			return true;
		}
		Matcher named = LANGUAGE.matcher(said);
		if (said.equalsIgnoreCase(LONG_DAY) || said.equalsIgnoreCase(TIME)) {
			parts.clear();
			parts.add(new Part(said.equalsIgnoreCase(TIME) ? 't' : 'l', 1, ""));
			return true;
		}
		if (named.matches()) {
			language = language(named.group(2));
			text(named.group(1));
		}
		return false;
	}

	private Locale language(String named) {
		if (named.matches("[0-9A-Fa-f]{3,8}")) {
			String known = LANGUAGES.get((int) (Long.parseLong(named, 16) & 0x3ff));
			return known == null ? language : Locale.forLanguageTag(known);
		}
		Locale other = Locale.forLanguageTag(named);
		return other.getLanguage().isEmpty() ? language : other;
	}

	private void text(String text) {
		if (text != null && !text.isEmpty()) {
			parts.add(new Part('"', 0, text));
		}
	}

	/**
	 * The day or the time as its cell shows it.
	 * @param days since the file counts
	 */
	String shown(double days, boolean from1904) {
		LocalDateTime moment = DateUtil.getLocalDateTime(days, from1904,
				parts.stream().noneMatch(part -> part.is('f')));
		if (parts.get(0).is('l') || parts.get(0).is('t')) {
			DateTimeFormatter usual = parts.get(0).is('l') ? DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
					: DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM);
			return usual.withLocale(language).format(moment);
		}
		StringBuilder shown = new StringBuilder();
		for (int number = 0; number < parts.size(); number++) {
			Part part = parts.get(number);
			shown.append(part.is('m') && part.length() <= 2 && isMinute(number) ? figures(moment.getMinute(), part)
					: text(part, moment, Duration.ofSeconds(Math.round(days * 86_400))));
		}
		return shown.toString();
	}

	private String text(Part part, LocalDateTime moment, Duration since) {
		return switch (part.letter()) {
			case 'y' -> part.length() <= 2 ? "%02d".formatted(moment.getYear() % 100) : "" + moment.getYear();
			case 'm' -> switch (part.length()) {
				case 1, 2 -> figures(moment.getMonthValue(), part);
				case 3 -> moment.getMonth().getDisplayName(TextStyle.SHORT, named());
				case 5 -> moment.getMonth().getDisplayName(TextStyle.NARROW, named());
				default -> moment.getMonth().getDisplayName(TextStyle.FULL, named());
			};
			case 'd' -> switch (part.length()) {
				case 1, 2 -> figures(moment.getDayOfMonth(), part);
				case 3 -> moment.getDayOfWeek().getDisplayName(TextStyle.SHORT, named());
				default -> moment.getDayOfWeek().getDisplayName(TextStyle.FULL, named());
			};
			case 'h' -> figures(twelveHours ? (moment.getHour() + 11) % 12 + 1 : moment.getHour(), part);
			case 's' -> figures(moment.getSecond(), part);
			case 'f' -> "." + "%09d".formatted(moment.getNano()).substring(0, Math.min(part.length(), 9));
			case 'a' -> (moment.getHour() < 12 ? "AM" : "PM").substring(0, part.length() < 5 ? 1 : 2);
			case 'H' -> figures(since.toHours(), part);
			case 'M' -> figures(since.toMinutes(), part);
			case 'S' -> figures(since.toSeconds(), part);
			default -> part.text();
		};
	}

	/** An m behind hours or before seconds. */
	private boolean isMinute(int number) {
		for (int before = number - 1; before >= 0; before--) {
			if (!parts.get(before).is('"')) {
				if (parts.get(before).is('h') || parts.get(before).is('H')) {
					return true;
				}
				break;
			}
		}
		for (int after = number + 1; after < parts.size(); after++) {
			if (!parts.get(after).is('"')) {
				return parts.get(after).is('s') || parts.get(after).is('S');
			}
		}
		return false;
	}

	/** Britain writes “Sept” where programs write “Sep”. */
	private Locale named() {
		return language.getLanguage().equals("en") ? Locale.ENGLISH : language;
	}

	private static String figures(long number, Part part) {
		return part.length() == 1 ? Long.toString(number) : "%02d".formatted(number);
	}

}
