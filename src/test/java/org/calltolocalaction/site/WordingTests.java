package org.calltolocalaction.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.text.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What a machine can see of the rules in docs/wording.md. */
class WordingTests {

	static final List<Locale> LANGUAGES = Languages.ALL;

	private static final Path WORDING = Path.of("docs/wording.md");

	/**
	 * A button that says only what to do, and not to what: “Take it”, “Asumirla”, “Le
	 * reprendre”.
	 */
	private static final Map<Locale, Pattern> BARE_PRONOUN = Map.of(Languages.ENGLISH,
			Pattern.compile("^(\\w+ )?(\\w+ )?(it|them|this|that|these|those)( (now|back|all|instead|anyway))?$",
					Pattern.CASE_INSENSITIVE),
			Languages.SPANISH, Pattern.compile("^(No )?\\w+[aeiáéí]r(l[oa]s?|sel[oa]s?)$"), Languages.FRENCH,
			Pattern.compile("^(Ne pas )?(l[ea]s? |l’|y |en )\\w+(er|ir|re|oir)$", Pattern.CASE_INSENSITIVE));

	private static final Map<Locale, Pattern> BEFORE_BODIES = Map.of(Languages.SPANISH,
			Pattern.compile("(?<![\\p{L}])(?:a|al|de|del|con|para|en|por)[ \u00a0]\\{(\\d+)}"), Languages.FRENCH,
			Pattern.compile("(?:(?<![\\p{L}])(?:de|du|à|au|que|chez|en|pour)[ \u00a0]|(?:d’|qu’))\\{(\\d+)}"));

	/**
	 * In French a person's name changes what stands before it: d’Ana, qu’Ana. In Spanish
	 * it does not, but who signs by an address reads “de ana@…”.
	 */
	private static final Map<Locale, Pattern> BEFORE_PEOPLE = Map.of(Languages.SPANISH,
			Pattern.compile("(?<![\\p{L}])(?:al?|del?|que|para)[ \u00a0]\\{(\\d+)}"), Languages.FRENCH,
			Pattern.compile("(?:(?<![\\p{L}])(?:de|que)[ \u00a0]|(?:d’|qu’))\\{(\\d+)}"));

	private static final Pattern COUNTED = Pattern.compile("\\{(\\d+)}[ \u00a0](?!(?:of|de|sur|out of|/) ?\\{)\\p{L}");

	private static final Pattern CHOICE = Pattern.compile("\\{(\\d+),choice,");

	private final ArgumentKinds kinds = new ArgumentKinds();

	@Test
	void what_each_argument_is_has_been_written_down() {
		Set<String> withArguments = Bundles.allKeys()
			.stream()
			.filter(key -> LANGUAGES.stream().anyMatch(language -> highestArgument(text(key, language)) >= 0))
			.collect(Collectors.toCollection(TreeSet::new));

		assertThat(kinds.keys()).isEqualTo(withArguments);
		assertThat(withArguments).allSatisfy(key -> assertThat(kinds.of(key)).as(key)
			.hasSize(1 + LANGUAGES.stream()
				.mapToInt(language -> highestArgument(text(key, language)))
				.max()
				.orElseThrow()));
	}

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void a_button_or_link_names_its_object(Locale language) throws IOException {
		Set<String> controls = Controls.keys();
		Bundles.allKeys().stream().filter(key -> key.startsWith("notifications.link.")).forEach(controls::add);

		assertThat(controls).hasSizeGreaterThan(200)
			.filteredOn(key -> BARE_PRONOUN.get(language).matcher(text(key, language)).find())
			.isEmpty();
	}

	/**
	 * Spanish and French, whose verbs can be told by their endings, speak for English.
	 */
	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void a_verb_that_is_seen_alone_has_its_object_for_those_who_do_not_see_what_stands_around(Locale language)
			throws IOException {
		Set<String> completed = Controls.completed();

		assertThat(Controls.keys()).filteredOn(key -> text(key, language).matches("\\p{L}+(?:[aeiáéí]r|re)"))
			.filteredOn(key -> !completed.contains(key) && !BESIDE_A_BOX.contains(key))
			.isEmpty();
	}

	/** The box says what is searched. */
	private static final Set<String> BESIDE_A_BOX = Set.of("governments.choose.find", "registry.search.button",
			"reviews.search.button");

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void an_accessible_name_contains_what_is_seen(Locale language) throws IOException {
		assertThat(Controls.named()).isNotEmpty()
			.filteredOn(control -> !text(control.name(), language).toLowerCase(language)
				.contains(text(control.seen(), language).toLowerCase(language)))
			.isEmpty();
	}

	@Test
	void a_name_follows_no_preposition_that_would_want_an_article_or_change_with_it() {
		assertThat(kinds.keys()).filteredOn(key -> before(key, Languages.SPANISH, ArgumentKinds.BODIES)).isEmpty();
		assertThat(kinds.keys()).filteredOn(key -> before(key, Languages.FRENCH, ArgumentKinds.BODIES)).isEmpty();
		BEFORE_PEOPLE.forEach((language, pattern) -> assertThat(kinds.keys())
			.filteredOn(key -> follows(pattern, key, language, ArgumentKinds.PEOPLE))
			.isEmpty());
	}

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void what_is_counted_has_a_form_for_each_count(Locale language) {
		assertThat(kinds.keys()).filteredOn(key -> counted(key, language)).as("a count before a noun").isEmpty();
		assertThat(kinds.keys()).filteredOn(key -> lacksForm(key, language)).as("forms for 0 and 1").isEmpty();
	}

	/** As {@code Numbers} writes them; numbers of telephones are no quantities. */
	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void a_number_in_a_text_is_written_as_the_code_writes_numbers(Locale language) {
		String separator = language.equals(Languages.ENGLISH) ? "," : "\u202f";
		Pattern grouped = Pattern.compile("(?<![\\d+]|\\d[ \u00a0])\\d{1,3}([.,’ \u00a0\u202f])\\d{3}(?!\\d)");

		assertThat(EveryText.in(language).entrySet())
			.filteredOn(text -> grouped.matcher(text.getValue())
				.results()
				.anyMatch(number -> !number.group(1).equals(separator)))
			.filteredOn(text -> !text.getKey().toLowerCase(Locale.ROOT).contains("phone"))
			.isEmpty();
	}

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void marks_are_typographic_and_french_keeps_high_punctuation_on_the_line_of_its_word(Locale language) {
		assertThat(EveryText.in(language).entrySet())
			.filteredOn(text -> text.getValue().replaceAll("<[^>]*>|'[{}]'", "").matches("(?s).*(?:['\"]|\\.\\.\\.).*"))
			.isEmpty();
		if (language.equals(Languages.FRENCH)) {
			assertThat(EveryText.in(language).entrySet())
				.filteredOn(text -> PARTED.matcher(text.getValue()).find() || GLUED.matcher(text.getValue()).find())
				.isEmpty();
		}
	}

	private static final Pattern PARTED = Pattern.compile(" [:;?!»]|« ");

	/** Not in addresses, times, and conditions of a search. */
	private static final Pattern GLUED = Pattern.compile("[\\p{L}\\d})][;?!»]|[\\p{L}})]:(?= )|«[^\u00a0]");

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void spaces_stand_where_they_belong(Locale language) {
		assertThat(EveryText.in(language).entrySet())
			.filteredOn(text -> !text.getKey().startsWith("identity.mail.") && !text.getKey().endsWith(".content"))
			.filteredOn(text -> !text.getValue().strip().equals(text.getValue()) || text.getValue().contains("  ")
					|| text.getValue().matches(".* [.,)…].*"))
			.isEmpty();
	}

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void words_that_were_decided_against_do_not_come_back(Locale language) throws IOException {
		List<Pattern> banned = banned(language);

		assertThat(banned).hasSizeGreaterThan(10);
		assertThat(EveryText.in(language)
			.entrySet()
			.stream()
			.flatMap(text -> banned.stream()
				.map(word -> word.matcher(text.getValue()))
				.filter(Matcher::find)
				.map(found -> text.getKey() + ": " + found.group())))
			.isEmpty();
	}

	/** The rows of the table at the end of docs/wording.md. */
	private static List<Pattern> banned(Locale language) throws IOException {
		String marker = "| " + language.getLanguage() + " | `";
		try (Stream<String> lines = Files.lines(WORDING)) {
			return lines.filter(line -> line.startsWith(marker))
				.map(line -> line.substring(marker.length(), line.indexOf('`', marker.length())).replace("\\|", "|"))
				.map(word -> Pattern.compile("(?<!\\p{L})(?:" + word + ")(?!\\p{L})",
						Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
				.toList();
		}
	}

	private boolean before(String key, Locale language, Set<String> names) {
		return follows(BEFORE_BODIES.get(language), key, language, names);
	}

	private boolean follows(Pattern pattern, String key, Locale language, Set<String> names) {
		return arguments(pattern, text(key, language)).stream()
			.anyMatch(place -> names.contains(kinds.of(key).get(place)));
	}

	private boolean counted(String key, Locale language) {
		String text = text(key, language);
		List<Integer> chosen = arguments(CHOICE, text);
		return arguments(COUNTED, text).stream()
			.anyMatch(place -> ArgumentKinds.COUNTS.contains(kinds.of(key).get(place)) && !chosen.contains(place));
	}

	private boolean lacksForm(String key, Locale language) {
		String text = text(key, language);
		return IntStream.range(0, kinds.of(key).size()).anyMatch(place -> {
			Matcher choice = Pattern.compile("\\{" + place + ",choice,(\\d)#").matcher(text);
			boolean fromOne = kinds.of(key).get(place).equals("count1");
			return kinds.of(key).get(place).startsWith("count")
					&& choice.results().anyMatch(form -> !form.group(1).equals("0") && !fromOne);
		});
	}

	private static List<Integer> arguments(Pattern pattern, String text) {
		List<Integer> places = new ArrayList<>();
		pattern.matcher(text).results().forEach(found -> places.add(Integer.valueOf(found.group(1))));
		return places;
	}

	private static int highestArgument(String text) {
		return Pattern.compile("\\{(\\d+)[,}]")
			.matcher(text)
			.results()
			.mapToInt(found -> Integer.parseInt(found.group(1)))
			.max()
			.orElse(-1);
	}

	private static String text(String key, Locale language) {
		return TEXTS.get(language).getProperty(key);
	}

	private static final Map<Locale, Properties> TEXTS = LANGUAGES.stream()
		.collect(Collectors.toMap(language -> language, Bundles::texts));

}
