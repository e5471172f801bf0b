package org.calltolocalaction.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.kernel.text.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTests {

	private static final Partner IOM = new Partner(new PartnerCode("IOM"),
			new PartnerNames("International Organization for Migration",
					"Organización Internacional para las Migraciones",
					"Organisation internationale pour les migrations", "IOM", "OIM", "OIM"),
			Optional.empty());

	private static final Partner CLOSED = new Partner(new PartnerCode("OLD"),
			new PartnerNames("An earlier one", "Una anterior", "Une ancienne", "", "", ""),
			Optional.of(Instant.parse("2025-01-01T00:00:00Z")));

	private final Vocabulary vocabulary = new Vocabulary(CountrySettings.NONE,
			() -> KnownPartners.of(List.of(IOM, CLOSED)));

	@ParameterizedTest
	@CsvSource({ "gcmObjectives, 23", "gcrObjectives, 4", "priorityObjectives, 7", "sdgs, 17", "regions, 7",
			"governmentTypes, 6", "guidingPrinciples, 10", "languages, 3", "contributions, 5" })
	void each_list_is_complete_in_three_languages(String list, int size) {
		for (Locale language : Languages.ALL) {
			assertThat(vocabulary.terms(list, language)).hasSize(size)
				.allSatisfy(term -> assertThat(term.label()).isNotBlank());
		}
	}

	@Test
	void a_wording_may_hold_commas() {
		assertThat(vocabulary.label(Vocabulary.SDGS, "SDG-09", Languages.ENGLISH))
			.isEqualTo("SDG 9: Industry, Innovation and Infrastructure");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			gcmObjectives | GCM-15 | GCM 15: | PMM 15: | PMM 15\u00a0:
			gcmObjectives | GCM-02 | GCM 2: | PMM 2: | PMM 2\u00a0:
			gcrObjectives | GCR-1 | GCR 1: | PMR 1: | PMR 1\u00a0:
			priorityObjectives | P3 | Priority 3: | Prioridad 3: | Priorité 3\u00a0:
			sdgs | SDG-04 | SDG 4: | ODS 4: | ODD 4\u00a0:
			""")
	void objectives_carry_their_numbers_as_the_readers_language_names_them(String list, String code, String english,
			String spanish, String french) {
		assertThat(vocabulary.label(list, code, Languages.ENGLISH)).startsWith(english + " ");
		assertThat(vocabulary.label(list, code, Languages.SPANISH)).startsWith(spanish + " ");
		assertThat(vocabulary.label(list, code, Languages.FRENCH)).startsWith(french + " ");
		assertThat(vocabulary.shortLabel(list, code, Languages.SPANISH)).startsWith(spanish + " ");
	}

	@Test
	void an_objective_is_known_by_its_names_with_the_number_and_without() {
		assertThat(vocabulary.names(Vocabulary.GCM_OBJECTIVES, "GCM-04", Languages.SPANISH)).containsExactly(
				"PMM 4: Identidad jurídica y documentación",
				"PMM 4: Velar por que todos los migrantes tengan pruebas de su identidad jurídica y documentación adecuada",
				"Identidad jurídica y documentación",
				"Velar por que todos los migrantes tengan pruebas de su identidad jurídica y documentación adecuada");
		assertThat(vocabulary.names(Vocabulary.COUNTRIES, "AR", Languages.FRENCH)).containsExactly("Argentine");
	}

	@Test
	void a_partner_goes_by_its_full_name_where_it_has_no_short_one_and_is_named_after_it_was_closed() {
		assertThat(vocabulary.shortLabel(Vocabulary.PARTNERS, "OLD", Languages.SPANISH)).isEqualTo("Una anterior");
		assertThat(vocabulary.partners()).extracting(PartnerCode::value).containsExactly("IOM", "OLD");
		assertThat(vocabulary.activePartners()).extracting(PartnerCode::value).containsExactly("IOM");
	}

	@Test
	void partners_have_short_names_in_each_language() {
		assertThat(vocabulary.shortLabel(Vocabulary.PARTNERS, "IOM", Languages.FRENCH)).isEqualTo("OIM");
	}

	@Test
	void a_code_that_a_list_no_longer_has_stays_readable() {
		assertThat(vocabulary.label(Vocabulary.SDGS, "SDG-99", Languages.SPANISH)).isEqualTo("SDG-99");
		assertThat(vocabulary.contains(Vocabulary.SDGS, "SDG-99")).isFalse();
		assertThat(vocabulary.contains(Vocabulary.SDGS, null)).isFalse();
	}

	@Test
	void a_list_that_is_none_is_an_error_of_the_program() {
		assertThatThrownBy(() -> vocabulary.codes("cities")).hasMessageContaining("cities");
	}

	@Test
	void countries_are_sorted_and_named_as_the_reader_expects() {
		List<Term> spanish = vocabulary.terms(Vocabulary.COUNTRIES, Languages.SPANISH);

		assertThat(spanish).extracting(Term::label)
			.containsSubsequence("Alemania", "España", "Estados Unidos de América", "Türkiye", "Zimbabwe");
		assertThat(vocabulary.label(Vocabulary.COUNTRIES, "TR", Languages.ENGLISH)).isEqualTo("Türkiye");
	}

	@Test
	void the_world_section_of_a_country_is_suggested() {
		assertThat(vocabulary.sectionOf("AR")).contains("LATAM");
		assertThat(vocabulary.sectionOf("SN")).contains("AFRICA");
		assertThat(vocabulary.sectionOf("AQ")).isEmpty();
	}

}
