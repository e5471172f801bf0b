package org.calltolocalaction.reviews.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.calltolocalaction.forms.FormView.Choice;
import org.calltolocalaction.forms.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer is typed in many ways. */
class TypedAnswerTests {

	private static final SheetQuestion CRITERION = question("YES", "PARTLY", "NO");

	@ParameterizedTest
	@CsvSource({ "Yes, YES", "y, YES", "TRUE, YES", "VERDADERO, YES", "vrai, YES", "Sí, YES", "SI., YES", "oui, YES",
			"1, YES", "✓, YES", "✔\ufe0f, YES", "No, NO", "non, NO", "FALSO, NO", "Faux, NO", "0, NO", "✗, NO",
			"partly, PARTLY", "Parcialmente, PARTLY", "En partie, PARTLY", "50%, PARTLY", "½, PARTLY" })
	void yes_partly_and_no_are_understood_in_each_language(String typed, String code) {
		assertThat(CRITERION.code(typed)).contains(code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "perhaps", "2", "01/10/2026", "yes and no", "" })
	void what_may_mean_anything_is_asked_again(String typed) {
		assertThat(CRITERION.code(typed)).isEmpty();
	}

	@Test
	void a_question_that_is_not_answered_by_yes_or_no_does_not_understand_them() {
		assertThat(question("APPROVE", "DECLINE").code("yes")).isEmpty();
	}

	private static SheetQuestion question(String... codes) {
		return new SheetQuestion("concrete", "Is it concrete?", null,
				List.of(codes)
					.stream()
					.map(code -> new Choice(code, new Option(code, "label of " + code), false))
					.toList());
	}

}
