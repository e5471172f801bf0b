package org.calltolocalaction.kernel.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTests {

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/x", "HTTP://EVIL.EXAMPLE", "hxxp://evil", "Win at www.evil.example",
			"evil.com", "Prize! evil.com/prize now", "click evil。com", "evil．com", "ev\u200bil.c\u00adom",
			"evil\u2024com", "ｅｖｉｌ.ｃｏｍ", "mailto:eve@evil.example", "eve@evil.example", "call tel:+123",
			"Go to 192.0.2.1 now", "пример.рф", "xn--e1afmkfd.xn--p1ai", "//evil.example", "City //evil/x",
			"javascript:alert(1)", "St.Louis" })
	void what_a_mail_program_would_make_a_link_of_is_found(String text) {
		assertThat(Links.in(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Godoy Cruz", "St. Louis", "Washington, D.C.", "Ciudad de Buenos Aires (C.A.B.A.)",
			"Donostia / San Sebastián", "L’Hospitalet", "Dr. María P. Gómez", "Ville de Lomé – 2e arr.", "3.5 Region",
			"Ana Pérez, Mayor", "Municipality No. 7: North", "مدينة بيروت", "北京市", "J. R. R. Tolkien", "Data: office" })
	void what_people_and_governments_are_called_is_none(String text) {
		assertThat(Links.in(text)).isFalse();
	}

}
