package org.calltolocalaction.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which countries and territories an operator offers otherwise than the desk does by
 * itself: {@code desk.countries.xk.en} and so on, by the code in small or capital
 * letters. Whom the United Nations list, and under which name, is not for a program to
 * settle once and for all.
 *
 * @param countries what is said of each code
 */
@ConfigurationProperties("desk")
record CountrySettings(@Nullable Map<String, Country> countries) {

	/** The settings of whoever leaves the countries as they are. */
	static final CountrySettings NONE = new CountrySettings(Map.of());

	CountrySettings {
		countries = countries == null ? Map.of() : byCapitals(countries);
	}

	/**
	 * One country or territory; what is not said of one that the desk knows stays as it
	 * is.
	 *
	 * @param section the world section to which UCLG counts it
	 * @param offered whether it can be chosen; where it is stored already it stays
	 * readable
	 */
	record Country(@Nullable String en, @Nullable String es, @Nullable String fr, @Nullable String section,
			@DefaultValue("true") boolean offered) {

		/** The names of the file, with those of the setting over them. */
		Map<String, String> over(Map<String, String> names) {
			Map<String, String> all = new LinkedHashMap<>(names);
			put(all, "en", en);
			put(all, "es", es);
			put(all, "fr", fr);
			return all;
		}

		private static void put(Map<String, String> names, String language, @Nullable String name) {
			if (name != null && !name.isBlank()) {
				names.put(language, name.strip());
			}
		}

	}

	/** All codes of which something is said, in capital letters. */
	Set<String> codes() {
		return all().keySet();
	}

	/** What is said of a country, or null. */
	@Nullable Country of(String code) {
		return all().get(code);
	}

	private Map<String, Country> all() {
		return countries == null ? Map.of() : countries;
	}

	/** Where a country is new to the desk, each language needs a name. */
	static void requireNames(String code, Map<String, String> names) {
		List<String> missing = Stream.of("en", "es", "fr").filter(language -> !names.containsKey(language)).toList();
		if (!missing.isEmpty()) {
			throw new IllegalStateException(
					"desk.countries.%s: the desk does not know this code, so a name was expected in en, es and fr. Missing: %s"
						.formatted(code.toLowerCase(Locale.ROOT), String.join(", ", missing)));
		}
	}

	private static Map<String, Country> byCapitals(Map<String, Country> given) {
		List<String> wrong = given.keySet().stream().filter(code -> !code.matches("[A-Za-z]{2}")).toList();
		if (!wrong.isEmpty()) {
			throw new IllegalArgumentException(
					"desk.countries: codes of two letters were expected, as in ISO 3166-1, not " + wrong);
		}
		return given.entrySet()
			.stream()
			.collect(Collectors.toUnmodifiableMap(entry -> entry.getKey().toUpperCase(Locale.ROOT),
					Map.Entry::getValue));
	}

}
