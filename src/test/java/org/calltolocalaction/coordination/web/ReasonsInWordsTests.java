package org.calltolocalaction.coordination.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.pledges.DisagreementReason;
import org.calltolocalaction.pledges.placement.PlacementReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the decision tables give as a reason, a coordinator reads in words. */
class ReasonsInWordsTests {

	static Stream<Enum<?>> reasons() {
		return Stream.concat(Stream.of(PlacementReason.values()), Stream.of(DisagreementReason.values()));
	}

	@ParameterizedTest
	@MethodSource("reasons")
	void a_reason_is_said_in_each_language(Enum<?> reason) {
		for (Locale language : Languages.ALL) {
			assertThat(ResourceBundle.getBundle("messages.coordination", language).keySet())
				.contains("coordination.why." + reason.name());
		}
	}

}
