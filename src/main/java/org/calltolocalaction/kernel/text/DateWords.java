package org.calltolocalaction.kernel.text;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of months and weekdays in all three languages, by any beginning of three
 * letters or more: so “sept.”, “setiembre” and “déc” are known without a list of
 * abbreviations. Words come without accents and in small letters.
 */
final class DateWords {

	private static final int SHORTEST = 3;

	private static final Map<Month, Set<String>> MONTHS = Arrays.stream(Month.values())
		.collect(Collectors.toMap(month -> month,
				month -> Languages.ALL.stream()
					.map(language -> Text.plain(month.getDisplayName(TextStyle.FULL, language)))
					.flatMap(name -> name.equals("septiembre") ? Stream.of(name, "setiembre") : Stream.of(name))
					.collect(Collectors.toSet())));

	private static final Set<String> WEEKDAYS = Arrays.stream(DayOfWeek.values())
		.flatMap(
				day -> Languages.ALL.stream().map(language -> Text.plain(day.getDisplayName(TextStyle.FULL, language))))
		.collect(Collectors.toSet());

	private DateWords() {
	}

	/**
	 * The months that a word can mean; more than one where its beginning is too short.
	 */
	static Set<Month> months(String word) {
		if (word.length() < SHORTEST) {
			return Set.of();
		}
		return Arrays.stream(Month.values())
			.filter(month -> MONTHS.getOrDefault(month, Set.of()).stream().anyMatch(name -> name.startsWith(word)))
			.collect(Collectors.toSet());
	}

	/** Whether a word is or begins the name of a weekday. */
	static boolean isWeekday(String word) {
		return word.length() >= SHORTEST && WEEKDAYS.stream().anyMatch(name -> name.startsWith(word));
	}

}
