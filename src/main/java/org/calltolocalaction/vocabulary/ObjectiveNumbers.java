package org.calltolocalaction.vocabulary;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The numbers by which people name the objectives of a Compact, of the Call and of the
 * 2030 Agenda: “GCM 15” in English is “PMM 15” in Spanish. They stand before the wording
 * wherever an objective is shown.
 */
final class ObjectiveNumbers {

	private static final Pattern NUMBER = Pattern.compile("\\d+$");

	private final Map<String, Map<String, String>> byFile = VocabularyFile.rows("numbers.csv")
		.stream()
		.collect(Collectors.toMap(row -> VocabularyFile.value(row, "file"), Function.identity()));

	/** Such as “GCM 15: ”; empty for what goes by its name alone. */
	String of(String file, String code, String language) {
		Map<String, String> named = byFile.get(file);
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
		return VocabularyFile.value(named, language) + " " + Integer.parseInt(number.group()) + colon;
	}

}
