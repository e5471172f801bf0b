package org.calltolocalaction.vocabulary;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.vocabulary.CountrySettings.Country;

/**
 * Countries and territories as the United Nations name them. The JDK knows ISO 3166-1;
 * where its wording differs from the one that the UN use, or differs between JDKs,
 * {@code country-names.csv} decides. {@code further-countries.csv} holds those that have
 * no code there and whose cities pledge all the same. An operator's settings stand above
 * both.
 */
class Countries {

	private final CountrySettings settings;

	private final Map<String, Map<String, String>> names = new HashMap<>();

	private final Map<String, String> sections = new HashMap<>();

	private final Set<String> codes = new LinkedHashSet<>(Arrays.asList(Locale.getISOCountries()));

	Countries(CountrySettings settings) {
		this.settings = settings;
		VocabularyFile.rows("country-names.csv").forEach(row -> names.put(VocabularyFile.value(row, "code"), row));
		requireKnown(names.keySet(), "country-names.csv");
		VocabularyFile.rows("further-countries.csv").forEach(row -> {
			names.put(VocabularyFile.value(row, "code"), row);
			codes.add(VocabularyFile.value(row, "code"));
		});
		VocabularyFile.rows("country-sections.csv")
			.forEach(row -> Arrays.stream(VocabularyFile.value(row, "countries").split(" "))
				.forEach(country -> sections.put(country, VocabularyFile.value(row, "code"))));
		requireKnown(sections.keySet(), "country-sections.csv");
		settings.codes().forEach(this::apply);
	}

	private void apply(String code) {
		Country said = settings.of(code);
		if (said == null) {
			return;
		}
		Map<String, String> named = said.over(names.getOrDefault(code, Map.of()));
		if (codes.add(code)) {
			CountrySettings.requireNames(code, named);
		}
		if (!named.isEmpty()) {
			names.put(code, named);
		}
		if (said.section() != null) {
			sections.put(code, said.section());
		}
	}

	/** Those that can be chosen, sorted as the reader's language sorts. */
	Map<Locale, Map<String, Term>> offered() {
		return Languages.ALL.stream()
			.collect(Collectors.toMap(language -> language,
					language -> sorted(codes.stream().filter(this::isOffered).toList(), language)));
	}

	/** One that may not be offered any more, so that what is stored stays readable. */
	Optional<Term> term(String code, Locale language) {
		return codes.contains(code) ? Optional.of(named(code, Languages.nearest(language))) : Optional.empty();
	}

	Optional<String> sectionOf(String country) {
		return Optional.ofNullable(country).map(sections::get);
	}

	void requireSectionsIn(Set<String> known) {
		if (!known.containsAll(sections.values())) {
			throw new IllegalStateException("vocabulary/country-sections.csv, or a setting below desk.countries, names "
					+ "sections that regions.csv has not: "
					+ sections.values().stream().filter(code -> !known.contains(code)).distinct().toList());
		}
	}

	private boolean isOffered(String code) {
		Country said = settings.of(code);
		return said == null || said.offered();
	}

	private Map<String, Term> sorted(Collection<String> some, Locale language) {
		Collator collator = Collator.getInstance(language);
		// Secondary strength: "Åland" stands with A, and a second list in another case
		// would not fall apart.
		collator.setStrength(Collator.SECONDARY);
		List<Term> sorted = new ArrayList<>(some.stream().map(code -> named(code, language)).toList());
		sorted.sort((one, other) -> collator.compare(one.label(), other.label()));
		Map<String, Term> terms = new LinkedHashMap<>();
		sorted.forEach(term -> terms.put(term.code(), term));
		return terms;
	}

	// What an operator says of one language only leaves the others to the JDK.
	private Term named(String code, Locale language) {
		String name = names.getOrDefault(code, Map.of())
			.getOrDefault(language.getLanguage(),
					new Locale.Builder().setRegion(code).build().getDisplayCountry(language));
		return new Term(code, name, name);
	}

	private void requireKnown(Set<String> named, String file) {
		if (!codes.containsAll(named)) {
			throw new IllegalStateException(
					"vocabulary/" + file + " names countries that neither ISO 3166-1 nor further-countries.csv has: "
							+ named.stream().filter(code -> !codes.contains(code)).toList());
		}
	}

}
