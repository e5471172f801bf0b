package org.calltolocalaction.coordination.web.pledge;

import java.util.Optional;
import org.calltolocalaction.coordination.web.TypedReason;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.validation.Errors;

/**
 * To which edition a pledge is moved and why, as it was typed.
 *
 * @param from the edition that was read
 */
record MovePledgeForm(@As(Text.IDENTIFIER) String from, @As(Text.CHOICE) String to, @As(Text.PROSE) String reason) {

	Optional<EditionYear> chosen() {
		return EditionYear.parse(to);
	}

	void check(Errors errors) {
		if (chosen().isEmpty()) {
			errors.rejectValue("to", "coordination.move.to.missing");
		}
		TypedReason.check(reason, "coordination.publication.reason.missing", errors);
	}

}
