package org.calltolocalaction.vocabulary;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.calltolocalaction.kernel.text.Languages;

/**
 * The numbers by which people name the objectives of a Compact, of the Call and of the
 * 2030 Agenda: “GCM 15” in English is “PMM 15” in Spanish. They stand before the wording
 * wherever an objective is shown.
 */
final class ObjectiveNumbers {

	private static final Pattern NUMBER = Pattern.compile("\\d+$");

	private final Map<String, NumberedList> byFile = NumberedList.all()
		.stream()
		.collect(Collectors.toMap(NumberedList::file, Function.identity()));

	/** Such as “GCM 15: ”; empty for what goes by its name alone. */
	String of(String file, String code, String language) {
		NumberedList named = byFile.get(file);
		if (named == null) {
			return "";
		}
		Matcher number = NUMBER.matcher(code);
		if (!number.find()) {
			throw new IllegalStateException(
					"vocabulary/" + file + ": the code of an objective was expected to end in its number, not " + code);
		}
		// French sets an unbreakable space before the colon.
		String colon = language.equals("fr") ? "\u00A0: " : ": ";
		return named.shown().get(Languages.nearest(Locale.forLanguageTag(language))) + " "
				+ Integer.parseInt(number.group()) + colon;
	}

}
