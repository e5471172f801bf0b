package org.calltolocalaction.vocabulary;

import java.text.Collator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.calltolocalaction.kernel.text.Languages;

/**
 * Countries as the United Nations name them. The JDK knows the rest of ISO 3166-1; where
 * its wording differs from the one that the UN use, or differs between JDKs,
 * {@code country-names.csv} decides.
 */
class Countries {

	private final Map<String, Map<String, String>> unNames = VocabularyFile.rows("country-names.csv")
		.stream()
		.collect(Collectors.toMap(row -> VocabularyFile.value(row, "code"), Function.identity()));

	private final Map<String, String> sections = new HashMap<>();

	Countries() {
		VocabularyFile.rows("country-sections.csv")
			.forEach(row -> Arrays.stream(VocabularyFile.value(row, "countries").split(" "))
				.forEach(country -> sections.put(country, VocabularyFile.value(row, "code"))));
		requireIsoCodes(unNames.keySet(), "country-names.csv");
		requireIsoCodes(sections.keySet(), "country-sections.csv");
	}

	Map<Locale, Map<String, Term>> terms() {
		return Languages.ALL.stream().collect(Collectors.toMap(language -> language, this::sortedIn));
	}

	Optional<String> sectionOf(String country) {
		return Optional.ofNullable(country).map(sections::get);
	}

	void requireSectionsIn(Set<String> known) {
		if (!known.containsAll(sections.values())) {
			throw new IllegalStateException("vocabulary/country-sections.csv names sections that regions.csv has not: "
					+ sections.values().stream().filter(code -> !known.contains(code)).distinct().toList());
		}
	}

	private Map<String, Term> sortedIn(Locale language) {
		Collator collator = Collator.getInstance(language);
		// Secondary strength: "Åland" stands with A, and a second list in another case
		// would not fall apart.
		collator.setStrength(Collator.SECONDARY);
		Map<String, Term> terms = new LinkedHashMap<>();
		List<Term> sorted = Arrays.stream(Locale.getISOCountries())
			.map(code -> term(code, language))
			.sorted((one, other) -> collator.compare(one.label(), other.label()))
			.toList();
		sorted.forEach(term -> terms.put(term.code(), term));
		return terms;
	}

	private Term term(String code, Locale language) {
		Map<String, String> names = unNames.get(code);
		String name = names == null ? new Locale.Builder().setRegion(code).build().getDisplayCountry(language)
				: VocabularyFile.value(names, language.getLanguage());
		return new Term(code, name, name);
	}

	private static void requireIsoCodes(Set<String> codes, String file) {
		Set<String> iso = Set.of(Locale.getISOCountries());
		if (!iso.containsAll(codes)) {
			throw new IllegalStateException("vocabulary/" + file + " names countries that ISO 3166-1 has not: "
					+ codes.stream().filter(code -> !iso.contains(code)).toList());
		}
	}

}
