package org.calltolocalaction.reviews.offline;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.kernel.text.Text;

/**
 * Yes, partly and no as people type them into a cell, and as their programs write the
 * truths they make of it, in each language. A mere cross is none: it says yes on one
 * paper and no on another.
 */
final class TypedAnswer {

	private static final Map<String, Set<String>> WORDS = Map.of("YES",
			Set.of("yes", "y", "true", "si", "s", "verdadero", "cierto", "oui", "o", "vrai", "1", "100%", "\u2713",
					"\u2714", "\u2705", "\u2611"),
			"PARTLY",
			Set.of("partly", "partially", "in part", "parcialmente", "en parte", "parcial", "partiellement",
					"en partie", "partiel", "0.5", "0,5", "50%", "\u00bd"),
			"NO", Set.of("no", "n", "false", "falso", "non", "faux", "0", "0%", "\u2717", "\u2718", "\u274c"));

	private static final Map<String, String> CODES = codes();

	private TypedAnswer() {
	}

	private static Map<String, String> codes() {
		Map<String, String> codes = new HashMap<>();
		WORDS.forEach((code, words) -> words.forEach(word -> codes.put(plain(word), code)));
		return codes;
	}

	/** The code of the answer; nothing where it is none of these. */
	static Optional<String> of(String typed) {
		return Optional.ofNullable(CODES.get(plain(typed)));
	}

	private static String plain(String word) {
		return Text.plain(word).replaceAll("[.!\u00a1]+$", "").replaceFirst("\ufe0f$", "");
	}

}
