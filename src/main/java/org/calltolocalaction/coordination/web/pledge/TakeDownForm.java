package org.calltolocalaction.coordination.web.pledge;

import java.util.List;
import java.util.Optional;
import org.calltolocalaction.coordination.web.TypedReason;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.reports.StopKind;
import org.springframework.validation.Errors;

/**
 * Why a pledge is taken from the public or put back, as it was typed.
 *
 * @param kind of the reason, where it is taken down
 * @param foreseen the fingerprint of what was read
 */
record TakeDownForm(@As(Text.CHOICE) String kind, @As(Text.PROSE) String reason, @As(Text.IDENTIFIER) String foreseen) {

	/** In the order in which they are offered. */
	static final List<StopKind> CHOICES = List.of(StopKind.PERSONAL_DATA, StopKind.ERROR);

	Optional<StopKind> chosen() {
		return CHOICES.stream().filter(choice -> choice.name().equals(kind)).findFirst();
	}

	void checkKind(Errors errors) {
		if (chosen().isEmpty()) {
			errors.rejectValue("kind", "coordination.publication.kind.missing");
		}
	}

	void checkReason(Errors errors) {
		TypedReason.check(reason, "coordination.publication.reason.missing", errors);
	}

}
