package org.calltolocalaction.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.text.Languages;
import org.springframework.stereotype.Component;

/**
 * The controlled lists, read once at the start from {@code vocabulary/*.csv}. Broken data
 * stop the start with a sentence that names the file, because a pledge must never be
 * given a code that no page can read out. The partners alone are no file: coordinators
 * keep them.
 */
@Component
public class Vocabulary {

	public static final String GCM_OBJECTIVES = "gcmObjectives";

	public static final String GCR_OBJECTIVES = "gcrObjectives";

	public static final String PRIORITY_OBJECTIVES = "priorityObjectives";

	public static final String SDGS = "sdgs";

	public static final String REGIONS = "regions";

	public static final String GOVERNMENT_TYPES = "governmentTypes";

	public static final String PARTNERS = "partners";

	public static final String GUIDING_PRINCIPLES = "guidingPrinciples";

	/** The languages in which a pledge may be written, each under its own name. */
	public static final String LANGUAGES = "languages";

	public static final String BENEFICIARIES = "beneficiaries";

	public static final String CONTRIBUTIONS = "contributions";

	/**
	 * ISO 3166-1 and what is offered beside it, sorted as the reader's language sorts.
	 */
	public static final String COUNTRIES = "countries";

	private static final Map<String, String> FILES = Map.ofEntries(Map.entry(GCM_OBJECTIVES, "gcm-objectives.csv"),
			Map.entry(GCR_OBJECTIVES, "gcr-objectives.csv"), Map.entry(PRIORITY_OBJECTIVES, "priority-objectives.csv"),
			Map.entry(SDGS, "sdgs.csv"), Map.entry(REGIONS, "regions.csv"),
			Map.entry(GOVERNMENT_TYPES, "government-types.csv"),
			Map.entry(GUIDING_PRINCIPLES, "guiding-principles.csv"), Map.entry(LANGUAGES, "languages.csv"),
			Map.entry(BENEFICIARIES, "beneficiaries.csv"), Map.entry(CONTRIBUTIONS, "contributions.csv"));

	/** By which names something is looked for besides, several parted by semicolons. */
	private static final String ALSO_CALLED = "also-called.csv";

	/** List → language → code → term, in the order of the file. */
	private final Map<String, Map<Locale, Map<String, Term>>> lists = new LinkedHashMap<>();

	private final Countries countries;

	private final PartnerRegister partners;

	/** List and code → language → other names. */
	private final Map<String, Map<Locale, List<String>>> others;

	Vocabulary(CountrySettings settings, PartnerRegister partners) {
		ObjectiveNumbers numbers = new ObjectiveNumbers();
		FILES.forEach((list, file) -> lists.put(list, read(file, numbers)));
		this.countries = new Countries(settings);
		lists.put(COUNTRIES, countries.offered());
		countries.requireSectionsIn(Set.copyOf(codes(REGIONS)));
		this.partners = partners;
		this.others = others();
	}

	/**
	 * The wording of a code; the code itself where the list no longer has it, so that old
	 * data stay readable.
	 */
	public String label(String list, String code, Locale language) {
		return term(list, code, language).map(Term::label).orElse(code);
	}

	/** As {@link #label}, in the wording for tags and tables. */
	public String shortLabel(String list, String code, Locale language) {
		return term(list, code, language).map(Term::shortLabel).orElse(code);
	}

	/** All that people call a code in this language. */
	public List<String> names(String list, String code, Locale language) {
		return term(list, code, language).map(Term::names).orElse(List.of());
	}

	/**
	 * What else people call it who look for it: no page shows it so. A country is known
	 * by the name that maps and newspapers have, too.
	 */
	public List<String> alsoCalled(String list, String code, Locale language) {
		Locale reader = Languages.nearest(language);
		Stream<String> usual = list.equals(COUNTRIES) && contains(list, code)
				? Stream.of(new Locale.Builder().setRegion(code).build().getDisplayCountry(reader)) : Stream.empty();
		return Stream
			.concat(usual, others.getOrDefault(list + " " + code, Map.of()).getOrDefault(reader, List.of()).stream())
			.toList();
	}

	/**
	 * By which numbers an objective goes in all languages, such as “GCM 15” and “PMM 15”.
	 */
	public List<String> numbers(String list, String code) {
		return Languages.ALL.stream()
			.flatMap(language -> term(list, code, language).stream())
			.map(Term::number)
			.map(number -> number.replaceAll("\\h*:\\h*$", ""))
			.filter(number -> !number.isEmpty())
			.distinct()
			.toList();
	}

	public List<String> codes(String list) {
		return List.copyOf(in(list, Languages.ENGLISH).keySet());
	}

	public boolean contains(String list, String code) {
		return code != null && in(list, Languages.ENGLISH).containsKey(code);
	}

	/**
	 * The whole list in the nearest supported language, in the order in which it is to be
	 * offered.
	 */
	public List<Term> terms(String list, Locale language) {
		return List.copyOf(in(list, language).values());
	}

	/**
	 * The organisations that review or once did, in the order in which they are named.
	 */
	public List<PartnerCode> partners() {
		return partners.now().codes();
	}

	/** Those of them that new editions are offered. */
	public List<PartnerCode> activePartners() {
		return partners.now().active();
	}

	/** The world section to which UCLG counts a country, as a first suggestion. */
	public Optional<String> sectionOf(String country) {
		return countries.sectionOf(country);
	}

	private Optional<Term> term(String list, String code, Locale language) {
		if (code == null) {
			return Optional.empty();
		}
		Optional<Term> offered = Optional.ofNullable(in(list, language).get(code));
		return offered.isPresent() || !list.equals(COUNTRIES) ? offered : countries.term(code, language);
	}

	private Map<String, Term> in(String list, Locale language) {
		Map<Locale, Map<String, Term>> languages = list.equals(PARTNERS) ? partners.now().terms() : lists.get(list);
		if (languages == null) {
			throw new IllegalArgumentException("There is no list '" + list + "', only " + lists.keySet());
		}
		return Objects.requireNonNull(languages.get(Languages.nearest(language)), "Each list is in all our languages");
	}

	private Map<String, Map<Locale, List<String>>> others() {
		Map<String, Map<Locale, List<String>>> names = new LinkedHashMap<>();
		for (Map<String, String> row : VocabularyFile.rows(ALSO_CALLED)) {
			String list = VocabularyFile.value(row, "list");
			String code = VocabularyFile.value(row, "code");
			if (!lists.containsKey(list) || !contains(list, code)) {
				throw new IllegalStateException(
						"vocabulary/" + ALSO_CALLED + " names " + code + ", which is not in the list " + list);
			}
			names.put(list + " " + code,
					Languages.ALL.stream()
						.collect(Collectors.toMap(language -> language,
								language -> Stream.of(VocabularyFile.value(row, language.getLanguage()).split(";"))
									.map(String::strip)
									.filter(name -> !name.isEmpty())
									.toList())));
		}
		return names;
	}

	private static Map<Locale, Map<String, Term>> read(String file, ObjectiveNumbers numbers) {
		List<Map<String, String>> rows = VocabularyFile.rows(file);
		requireUniqueCodes(file, rows);
		return Languages.ALL.stream().collect(Collectors.toMap(language -> language, language -> {
			Map<String, Term> terms = new LinkedHashMap<>();
			rows.forEach(row -> terms.put(VocabularyFile.value(row, "code"),
					term(file, row, numbers, language.getLanguage())));
			return terms;
		}));
	}

	private static void requireUniqueCodes(String file, List<Map<String, String>> rows) {
		List<String> codes = new ArrayList<>(rows.stream().map(row -> row.getOrDefault("code", "")).toList());
		if (codes.isEmpty() || codes.contains("")) {
			throw new IllegalStateException("vocabulary/" + file + " has no rows, or a row without a code");
		}
		Set<String> unique = new LinkedHashSet<>(codes);
		unique.forEach(codes::remove);
		if (!codes.isEmpty()) {
			throw new IllegalStateException("vocabulary/" + file + " has more than one row for " + codes);
		}
	}

	private static Term term(String file, Map<String, String> row, ObjectiveNumbers numbers, String language) {
		String label = row.getOrDefault(language, "");
		if (label.isEmpty()) {
			throw new IllegalStateException(
					"vocabulary/" + file + " has no wording in '" + language + "' for " + row.get("code"));
		}
		String shorter = row.getOrDefault("short_" + language, "");
		String code = VocabularyFile.value(row, "code");
		String number = numbers.of(file, code, language);
		return new Term(code, number + label, number + (shorter.isEmpty() ? label : shorter), number);
	}

}
