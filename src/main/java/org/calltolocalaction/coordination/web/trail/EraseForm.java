package org.calltolocalaction.coordination.web.trail;

import java.util.Objects;
import org.calltolocalaction.coordination.web.TypedReason;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.validation.Errors;

/**
 * Of which entry or of whom the personal values are to be erased and why, as it was
 * typed.
 *
 * @param foreseen the fingerprint of what was read
 */
record EraseForm(@As(Text.LINE) String whose, @As(Text.IDENTIFIER) String foreseen, @As(Text.PROSE) String reason) {

	EraseForm {
		whose = Objects.requireNonNullElse(whose, "");
		foreseen = Objects.requireNonNullElse(foreseen, "");
		reason = Objects.requireNonNullElse(reason, "");
	}

	void check(Errors errors) {
		TypedReason.check(reason, "trail.erase.reason.missing", errors);
	}

}
