package org.calltolocalaction.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.calltolocalaction.site.AllTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.MessageSource;

class NumbersTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "0|0|0|0", "999|999|999|999", "3000|3,000|3000|3\u202f000",
					"10080|10,080|10\u202f080|10\u202f080", "1234567|1,234,567|1\u202f234\u202f567|1\u202f234\u202f567",
					"-12000|-12,000|-12\u202f000|-12\u202f000", "1200.50|1,200.5|1200,5|1\u202f200,5",
					"0.125|0.125|0,125|0,125" })
	void a_number_is_written_in_one_way_in_each_language(String number, String english, String spanish, String french) {
		assertThat(Numbers.of(new BigDecimal(number), Languages.ENGLISH)).isEqualTo(english);
		assertThat(Numbers.of(new BigDecimal(number), Languages.SPANISH)).isEqualTo(spanish);
		assertThat(Numbers.of(new BigDecimal(number), Languages.FRENCH)).isEqualTo(french);
	}

	@Test
	void a_country_in_the_language_changes_nothing() {
		assertThat(Numbers.of(3000, Locale.forLanguageTag("es-ES"))).isEqualTo("3000");
		assertThat(Numbers.of(3000, Locale.GERMAN)).isEqualTo("3,000");
	}

	@Test
	void the_texts_write_their_numbers_so_within_a_plural_form_too() {
		MessageSource texts = AllTexts.asSaid();

		assertThat(texts.getMessage("forms.error.too-long", new Object[] { "Resumen", 3000, 12345 }, Languages.SPANISH))
			.contains("3000 caracteres", "12\u202f345")
			.doesNotContain("3.000");
		assertThat(texts.getMessage("kernel.time.days", new Object[] { 1000 }, Languages.FRENCH))
			.isEqualTo("1\u202f000 jours");
		assertThat(texts.getMessage("kernel.time.days", new Object[] { 1 }, Languages.FRENCH)).isEqualTo("1 jour");
	}

	@Test
	void a_name_stands_in_one_place_for_all_texts() {
		assertThat(AllTexts.asSaid().getMessage("site.home.mechanism", null, Languages.FRENCH))
			.contains("Mécanisme des maires", "Cités et Gouvernements Locaux Unis (CGLU)")
			.doesNotContain("[");
	}

}
