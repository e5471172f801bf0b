package org.calltolocalaction.coordination.web.trail;

import java.util.Objects;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * Of which entry or of whom the personal values are to be erased and why, as it was
 * typed.
 *
 * @param foreseen the fingerprint of what was read
 */
record EraseForm(@As(Text.LINE) String whose, @As(Text.IDENTIFIER) String foreseen, @As(Text.PROSE) String reason) {

	static final int LONGEST_REASON = 1000;

	EraseForm {
		whose = Objects.requireNonNullElse(whose, "");
		foreseen = Objects.requireNonNullElse(foreseen, "");
		reason = Objects.requireNonNullElse(reason, "");
	}

	void check(Errors errors) {
		if (!StringUtils.hasText(reason)) {
			errors.rejectValue("reason", "trail.erase.reason.missing");
		}
		else if (reason.length() > LONGEST_REASON) {
			errors.rejectValue("reason", "coordination.reason.long", new Object[] { LONGEST_REASON }, null);
		}
	}

}
