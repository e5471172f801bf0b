package org.calltolocalaction.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names stay in their boxes, whatever the language. */
class LetteringTests {

	@ParameterizedTest
	@CsvSource({ "Accepted, 100, 60", "Revisan las organizaciones, 108, 68", "En el informe de su convocatoria, 90, 60",
			"Les organisations partenaires examinent l’engagement, 96, 64", "Reglamentariamente, 100, 60" })
	void a_name_stays_within_its_box(String name, double width, double height) {
		Lettering.Setting set = Lettering.within(name, width, height, 15);

		assertThat(String.join(" ", set.lines())).isEqualTo(name);
		assertThat(set.lines()).allSatisfy(line -> assertThat(Lettering.width(line, set.size())).isLessThan(width));
		assertThat(set.lines().size() * set.leading()).isLessThanOrEqualTo(height);
	}

	@Test
	void a_short_name_is_in_letters_as_large_as_others() {
		assertThat(Lettering.within("Accepted", 100, 60, 15))
			.isEqualTo(new Lettering.Setting(List.of("Accepted"), 15, 18));
	}

}
