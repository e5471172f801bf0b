package org.calltolocalaction.kernel.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.Errors;

/**
 * A date as a person typed it, in three boxes or in one: in figures of any script, with
 * the month as a word of any of the three languages, in whichever box it stands. The day
 * comes before the month, as the readers write it; only where that is impossible, and no
 * box said which is which, the month comes first.
 *
 * @param date the day that is meant; empty where it cannot be told
 * @param problem what is wrong with it; empty where nothing was typed, and where nothing
 * in it looks like a date
 */
public record TypedDate(Optional<LocalDate> date, Optional<Problem> problem) {

	private static final TypedDate UNCLEAR = new TypedDate(Optional.empty(), Optional.empty());

	private static final Pattern RUN = Pattern.compile("[0-9]+|\\p{L}+");

	private static final Pattern MIDNIGHT = Pattern.compile("[ t]+00?:00(:00(\\.0+)?)?( ?z)?$");

	/** A whole date in eight figures: 20271001 or 01102027. */
	private static final Pattern FIGURES = Pattern.compile(
			"(?<y>(?:19|20)\\d\\d)(?<m>\\d\\d)(?<d>\\d\\d)|(?<day>\\d\\d)(?<month>\\d\\d)(?<year>(?:19|20)\\d\\d)");

	private static final Set<String> FIRST = Set.of("first", "primero", "uno", "premier");

	/** What stands in and around dates and says nothing of them. */
	private static final Set<String> AROUND = Set.of("de", "del", "of", "the", "el", "le", "la", "du", "l", "d", "en",
			"on", "in", "a", "ano", "an", "annee", "year", "mes", "mois", "month", "dia", "jour", "day");

	/** What makes an ordinal of the figure before it. */
	private static final Set<String> ORDINAL = Set.of("er", "ere", "ero", "ro", "do", "to", "o", "e", "eme", "st", "nd",
			"rd", "th");

	private static final List<String> MISSING = List.of("kernel.date.missing.day", "kernel.date.missing.month",
			"kernel.date.missing.year");

	private static final int LONGEST = 100;

	/** What makes a date impossible, as a message that stands by itself. */
	public record Problem(String messageKey, List<Object> arguments) implements MessageSourceResolvable {

		/** Lets another message name it, or a test write {@code getMessage(problem)}. */
		@Override
		public String[] getCodes() {
			return new String[] { messageKey };
		}

		/** The same arguments, as Spring wants them. */
		@Override
		public Object[] getArguments() {
			return arguments.toArray();
		}

	}

	/** A date in one piece. */
	public static TypedDate of(String typed) {
		return read(plain(typed), true);
	}

	/** A date in three boxes, of which some may hold more than they are for. */
	public static TypedDate in(String day, String month, String year) {
		List<String> boxes = List.of(plain(day), plain(month), plain(year));
		long filled = boxes.stream().filter(box -> !box.isEmpty()).count();
		TypedDate missing = filled == 2 ? missing(boxes) : UNCLEAR;
		return missing.equals(UNCLEAR) ? read(String.join(" ", boxes).strip(),
				filled == 1 || boxes.stream().anyMatch(box -> figures(box).size() > 1)) : missing;
	}

	/**
	 * Says of a form's component that its date is none, in the form's own sentence, and
	 * why.
	 */
	public void rejectUnread(Errors errors, String field, String sentence) {
		if (problem.isPresent()) {
			errors.rejectValue(field, "kernel.date.because",
					new Object[] { new Problem(sentence, List.of()), problem.get() }, null);
		}
		else if (date.isEmpty()) {
			errors.rejectValue(field, sentence);
		}
	}

	// One box alone is named as missing only where the others hold what they are for.
	private static TypedDate missing(List<String> boxes) {
		boolean oneEach = boxes.stream()
			.filter(box -> !box.isEmpty())
			.allMatch(box -> figures(box).size() + months(words(box)).size() == 1);
		return oneEach ? wrong(MISSING.get(boxes.indexOf(""))) : UNCLEAR;
	}

	private static TypedDate read(String text, boolean anyOrder) {
		List<String> words = text.length() > LONGEST ? List.of(text) : words(text);
		List<String> figures = figures(text);
		Set<Month> months = figures.size() == 3 ? months(withoutWeekdays(words)) : months(words);
		if (words.stream().anyMatch(word -> !isUnderstood(word)) || months.size() > 1) {
			return UNCLEAR;
		}
		if (months.size() == 1) {
			return named(months.iterator().next(), figures);
		}
		Matcher run = FIGURES.matcher(figures.size() == 1 ? figures.get(0) : "");
		if (run.matches()) {
			return run.group("y") != null ? day(run.group("d"), run.group("m"), run.group("y"))
					: day(run.group("day"), run.group("month"), run.group("year"));
		}
		if (figures.size() == 2 && number(figures.get(0)) <= 31 && number(figures.get(1)) <= 12) {
			return wrong("kernel.date.missing.year");
		}
		if (figures.size() != 3) {
			return UNCLEAR;
		}
		if (figures.get(0).length() > 2) {
			return day(figures.get(2), figures.get(1), figures.get(0));
		}
		boolean monthFirst = anyOrder && number(figures.get(1)) > 12 && number(figures.get(0)) <= 12;
		return day(figures.get(monthFirst ? 1 : 0), figures.get(monthFirst ? 0 : 1), figures.get(2));
	}

	private static TypedDate named(Month month, List<String> figures) {
		String number = String.valueOf(month.getValue());
		if (figures.size() == 1) {
			return wrong(figures.get(0).length() > 2 ? "kernel.date.missing.day" : "kernel.date.missing.year");
		}
		if (figures.size() != 2) {
			return UNCLEAR;
		}
		boolean yearFirst = figures.get(0).length() > 2;
		return day(figures.get(yearFirst ? 1 : 0), number, figures.get(yearFirst ? 0 : 1));
	}

	private static TypedDate day(String day, String month, String year) {
		OptionalInt whole = year(year);
		if (whole.isEmpty()) {
			return wrong("kernel.date.year", year);
		}
		if (number(month) < 1 || number(month) > 12) {
			return wrong("kernel.date.month", month);
		}
		if (number(day) < 1 || number(day) > 31) {
			return wrong("kernel.date.day", day);
		}
		try {
			return new TypedDate(Optional.of(LocalDate.of(whole.getAsInt(), number(month), number(day))),
					Optional.empty());
		}
		catch (DateTimeException noSuchDay) {
			YearMonth shorter = YearMonth.of(whole.getAsInt(), number(month));
			return wrong("kernel.date.short-month", number(month), String.valueOf(whole.getAsInt()),
					shorter.lengthOfMonth());
		}
	}

	// Two figures are of this century: nobody pledges for the last one.
	private static OptionalInt year(String figures) {
		if (figures.length() == 2) {
			return OptionalInt.of(2000 + number(figures));
		}
		return figures.length() == 4 && figures.charAt(0) != '0' ? OptionalInt.of(number(figures))
				: OptionalInt.empty();
	}

	private static int number(String figures) {
		return figures.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(figures);
	}

	private static TypedDate wrong(String messageKey, Object... arguments) {
		return new TypedDate(Optional.empty(), Optional.of(new Problem(messageKey, List.of(arguments))));
	}

	private static boolean isUnderstood(String word) {
		return AROUND.contains(word) || ORDINAL.contains(word) || FIRST.contains(word)
				|| !DateWords.months(word).isEmpty() || DateWords.isWeekday(word);
	}

	// “mar.” is a Tuesday in French and Spanish, where another month stands beside it.
	private static Set<Month> months(List<String> words) {
		Set<Month> months = meant(words);
		return months.size() < 2 ? months : meant(withoutWeekdays(words));
	}

	private static Set<Month> meant(List<String> words) {
		return words.stream().flatMap(word -> DateWords.months(word).stream()).collect(Collectors.toSet());
	}

	private static List<String> withoutWeekdays(List<String> words) {
		return words.stream().filter(word -> !DateWords.isWeekday(word)).toList();
	}

	private static List<String> words(String text) {
		return runs(text).stream().filter(run -> !isFigure(run)).toList();
	}

	private static List<String> figures(String text) {
		return runs(text).stream().map(run -> FIRST.contains(run) ? "1" : run).filter(TypedDate::isFigure).toList();
	}

	private static List<String> runs(String text) {
		return RUN.matcher(text).results().map(run -> run.group()).toList();
	}

	private static boolean isFigure(String run) {
		return Character.isDigit(run.charAt(0));
	}

	// Figures of every script are those of this one, “1º” is “1o”, and midnight is what
	// spreadsheets add to a day.
	private static String plain(String typed) {
		StringBuilder plain = new StringBuilder();
		Text.plain(typed == null ? "" : typed)
			.codePoints()
			.forEach(letter -> plain
				.appendCodePoint(Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : letter));
		return MIDNIGHT.matcher(plain).replaceFirst("");
	}

}
