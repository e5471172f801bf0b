package org.calltolocalaction.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.vocabulary.CountrySettings.Country;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Where a government can say that it is. */
class CountriesTests {

	private static final PartnerRegister NO_PARTNERS = () -> KnownPartners.of(List.of());

	private final Vocabulary vocabulary = new Vocabulary(CountrySettings.NONE, NO_PARTNERS);

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					XK | Kosovo (under UNSCR 1244) | Kosovo (Resolución 1244 del Consejo de Seguridad) | Kosovo (résolution 1244 du Conseil de sécurité)
					PR | Puerto Rico | Puerto Rico | Porto Rico
					HK | China, Hong Kong SAR | China, RAE de Hong Kong | Chine, RAS de Hong Kong
					GP | Guadeloupe | Guadalupe | Guadeloupe
					EH | Western Sahara | Sáhara Occidental | Sahara occidental
					PS | State of Palestine | Estado de Palestina | État de Palestine
					VA | Holy See | Santa Sede | Saint-Siège
					GG | Guernsey | Guernsey | Guernesey
					NC | New Caledonia | Nueva Caledonia | Nouvelle-Calédonie
					FK | Falkland Islands (Malvinas) | Islas Malvinas (Falkland Islands) | Îles Falkland (Malvinas)
					""")
	void territories_are_offered_under_the_names_that_the_united_nations_use(String code, String english,
			String spanish, String french) {
		assertThat(vocabulary.contains(Vocabulary.COUNTRIES, code)).isTrue();
		assertThat(vocabulary.label(Vocabulary.COUNTRIES, code, Languages.ENGLISH)).isEqualTo(english);
		assertThat(vocabulary.label(Vocabulary.COUNTRIES, code, Languages.SPANISH)).isEqualTo(spanish);
		assertThat(vocabulary.label(Vocabulary.COUNTRIES, code, Languages.FRENCH)).isEqualTo(french);
	}

	@Test
	void everything_that_iso_lists_is_offered_and_kosovo_stands_where_its_name_does() {
		assertThat(vocabulary.codes(Vocabulary.COUNTRIES)).contains(Locale.getISOCountries())
			.hasSize(Locale.getISOCountries().length + 1)
			.containsSubsequence("KI", "XK", "KW");
		assertThat(vocabulary.sectionOf("XK")).contains("EUROPE");
	}

	@Test
	void an_operator_adds_an_entry_renames_one_and_takes_one_off_the_list() {
		Vocabulary otherwise = new Vocabulary(settings(Map.of("desk.countries.xs.en", "Somewhere",
				"desk.countries.xs.es", "Algún lugar", "desk.countries.xs.fr", "Quelque part",
				"desk.countries.xs.section", "EUROPE", "desk.countries.NC.es", "Kanaky", "desk.countries.xk.offered",
				"false", "desk.countries.aq.offered", "false")), NO_PARTNERS);

		assertThat(otherwise.label(Vocabulary.COUNTRIES, "XS", Languages.SPANISH)).isEqualTo("Algún lugar");
		assertThat(otherwise.sectionOf("XS")).contains("EUROPE");
		assertThat(otherwise.label(Vocabulary.COUNTRIES, "NC", Languages.SPANISH)).isEqualTo("Kanaky");
		assertThat(otherwise.label(Vocabulary.COUNTRIES, "NC", Languages.FRENCH)).isEqualTo("Nouvelle-Calédonie");
		assertThat(otherwise.contains(Vocabulary.COUNTRIES, "XK")).isFalse();
		assertThat(otherwise.codes(Vocabulary.COUNTRIES)).contains("XS", "NC").doesNotContain("XK", "AQ");
	}

	@Test
	void what_is_not_offered_any_more_stays_readable_where_it_is_stored() {
		Vocabulary without = new Vocabulary(settings(Map.of("desk.countries.xk.offered", "false")), NO_PARTNERS);

		assertThat(without.label(Vocabulary.COUNTRIES, "XK", Languages.ENGLISH)).isEqualTo("Kosovo (under UNSCR 1244)");
		assertThat(without.label(Vocabulary.COUNTRIES, "QQ", Languages.ENGLISH)).isEqualTo("QQ");
	}

	@Test
	void a_setting_that_cannot_be_followed_stops_the_start_and_says_why() {
		assertThatThrownBy(() -> new Vocabulary(settings(Map.of("desk.countries.xs.en", "Somewhere")), NO_PARTNERS))
			.hasMessageContaining("desk.countries.xs")
			.hasMessageContaining("Missing: es, fr");
		assertThatThrownBy(() -> new Vocabulary(settings(Map.of("desk.countries.fr.section", "MOON")), NO_PARTNERS))
			.hasMessageContaining("MOON");
		assertThatThrownBy(() -> new CountrySettings(Map.of("KOS", new Country("Kosovo", null, null, null, true))))
			.hasMessageContaining("two letters");
	}

	private static CountrySettings settings(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bind("desk", CountrySettings.class).get();
	}

}
