package org.calltolocalaction.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.calltolocalaction.kernel.text.Languages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each kind of error and refusal has its pattern, as docs/wording.md says. */
class WordingOfErrorsTests {

	static final List<Locale> LANGUAGES = Languages.ALL;

	private static final Map<Locale, String> NOTHING_WAS_CHANGED = Map.of(Languages.ENGLISH, "Nothing was changed.",
			Languages.SPANISH, "No se ha cambiado nada.", Languages.FRENCH, "Rien n’a été modifié.");

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
	void what_is_missing_is_asked_for(Locale language) {
		Map<String, String> errors = EveryText.in(language,
				key -> key.matches("(?!notifications\\.|coordination\\.decision\\.missing).*\\.(missing|unknown)"));
		errors.values().removeIf(text -> text.endsWith("."));

		assertThat(errors).hasSizeGreaterThan(50);
		assertThat(errors.entrySet()).filteredOn(text -> !ASKS.get(language).matcher(text.getValue()).matches())
			.isEmpty();
	}

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void a_text_that_is_too_long_is_told_the_limit_in_one_phrase(Locale language) {
		Map<String, String> errors = EveryText.in(language, key -> key.endsWith(".long")
				|| Set.of("forms.error.too-long", "forms.error.too-large", "team.assign.not.NOTE").contains(key));

		assertThat(errors).hasSizeGreaterThan(10);
		assertThat(errors.entrySet()).filteredOn(text -> !LIMITS.get(language).matcher(text.getValue()).find())
			.isEmpty();
	}

	@ParameterizedTest
	@FieldSource("LANGUAGES")
	void what_is_not_valid_is_asked_for_with_an_example(Locale language) {
		Map<String, String> errors = EveryText.in(language, key -> key
			.matches(".*\\.(date|day|time|website|email)\\.wrong|forms\\.error\\.(date|time|datetime|email|url)"));

		assertThat(errors).hasSizeGreaterThan(9);
		assertThat(errors.entrySet()).filteredOn(text -> !VALID.get(language).matcher(text.getValue()).find())
			.isEmpty();
	}

	private static final Map<Locale, Pattern> ASKS = Map.of(Languages.ENGLISH,
			Pattern.compile("(?:[^:]+: )?(?:[Ee]nter|[Ss]elect|[Cc]onfirm) .*"), Languages.SPANISH,
			Pattern.compile("(?:[^:]+: )?(?:[Ee]scriba|[Ss]eleccione|[Ii]ndique|[Cc]onfirme|[Ee]xplique) .*"),
			Languages.FRENCH,
			Pattern.compile("(?:[^:]+\u00a0: )?(?:[Ss]aisissez|[Ss]électionnez|[Ii]ndiquez|[Cc]onfirmez) .*"));

	private static final Map<Locale, Pattern> LIMITS = Map.of(Languages.ENGLISH,
			Pattern.compile("must be \\S+ characters or fewer"), Languages.SPANISH,
			Pattern.compile("[Ee]scriba (?:.* de )?\\S+ caracteres como máximo"), Languages.FRENCH,
			Pattern.compile("doi(?:t|vent) compter \\S+ caractères au plus"));

	private static final Map<Locale, Pattern> VALID = Map.of(Languages.ENGLISH,
			Pattern.compile("must be (?:a )?valid.*, for example "), Languages.SPANISH,
			Pattern.compile("válidas?, por ejemplo, "), Languages.FRENCH, Pattern.compile("valides?, par exemple "));

	private static String text(String key, Locale language) {
		return EveryText.in(language).get(key);
	}

}
