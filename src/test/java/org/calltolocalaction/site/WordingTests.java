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

	private static final Map<Locale, String> NOTHING_WAS_CHANGED = Map.of(Languages.ENGLISH, "Nothing was changed.",
			Languages.SPANISH, "No se ha cambiado nada.", Languages.FRENCH, "Rien n’a été modifié.");

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
			Pattern.compile("(?:(?<![\\p{L}])(?:de|du|à|au|que|chez|en)[ \u00a0]|(?:d’|qu’))\\{(\\d+)}"));

	/** In French alone a person's name changes what stands before it: d’Ana, qu’Ana. */
	private static final Pattern BEFORE_PEOPLE = Pattern
		.compile("(?:(?<![\\p{L}])(?:de|que)[ \u00a0]|(?:d’|qu’))\\{(\\d+)}");

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
		assertThat(Controls.keys()).hasSizeGreaterThan(150)
			.filteredOn(key -> BARE_PRONOUN.get(language).matcher(text(key, language)).find())
			.isEmpty();
	}

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
		assertThat(kinds.keys()).filteredOn(key -> follows(BEFORE_PEOPLE, key, Languages.FRENCH, ArgumentKinds.PEOPLE))
			.isEmpty();
	}

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void what_is_counted_has_a_form_for_each_count(Locale language) {
		assertThat(kinds.keys()).filteredOn(key -> counted(key, language)).as("a count before a noun").isEmpty();
		assertThat(kinds.keys()).filteredOn(key -> lacksForm(key, language)).as("forms for 0 and 1").isEmpty();
	}

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void a_refusal_says_that_nothing_was_changed(Locale language) {
		Set<String> refusals = Bundles.allKeys()
			.stream()
			.filter(key -> key.startsWith("editions.refused.") || key.startsWith("pledges.refused.")
					|| key.startsWith("reviews.refused."))
			.filter(key -> !SAYS_WHAT_WAS_KEPT.contains(key))
			.collect(Collectors.toSet());

		assertThat(refusals).hasSizeGreaterThan(30)
			.filteredOn(key -> !text(key, language).contains(NOTHING_WAS_CHANGED.get(language)))
			.isEmpty();
	}

	/** Of these something was kept, which they say instead. */
	private static final Set<String> SAYS_WHAT_WAS_KEPT = Set.of("editions.refused.criteria-changed",
			"pledges.refused.sent-back");

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void an_error_beside_a_field_is_no_full_sentence_with_a_stop(Locale language) {
		Set<String> errors = Bundles.allKeys()
			.stream()
			.filter(key -> key.matches(".*\\.(missing|long|wrong|unknown|early|far)") || key.startsWith("forms.error."))
			.filter(key -> !text(key, language).contains(". "))
			.filter(key -> !key.startsWith("coordination.edition.") && !key.startsWith("coordination.next.")
					&& !key.contains(".row."))
			.collect(Collectors.toSet());

		assertThat(errors).hasSizeGreaterThan(60).filteredOn(key -> text(key, language).endsWith(".")).isEmpty();
	}

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void spaces_stand_where_they_belong(Locale language) {
		assertThat(everyText(language).entrySet())
			.filteredOn(text -> !text.getKey().toString().startsWith("identity.mail.")
					&& !text.getKey().toString().endsWith(".content"))
			.filteredOn(text -> !text.getValue().toString().strip().equals(text.getValue())
					|| text.getValue().toString().contains("  ") || text.getValue().toString().matches(".* [.,)…].*"))
			.isEmpty();
	}

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void words_that_were_decided_against_do_not_come_back(Locale language) throws IOException {
		List<Pattern> banned = banned(language);

		assertThat(banned).hasSizeGreaterThan(10);
		assertThat(everyText(language).entrySet()
			.stream()
			.flatMap(text -> banned.stream()
				.map(word -> word.matcher(text.getValue().toString()))
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

	/** Of pages, mails and forms. */
	private static Properties everyText(Locale language) {
		Properties all = Bundles.texts(language);
		if (!language.equals(Languages.ENGLISH)) {
			Stream.of("pledge", "partner-review")
				.map(form -> Path.of("forms/i18n", form + "_" + language.getLanguage() + ".properties"))
				.forEach(file -> all.putAll(Bundles.read(file)));
		}
		return all;
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
