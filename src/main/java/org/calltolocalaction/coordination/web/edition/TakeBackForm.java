package org.calltolocalaction.coordination.web.edition;

import org.calltolocalaction.coordination.web.deadline.MoveDeadlineForm;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * Why the opening of a call is taken back, as it was typed, and what was foreseen then.
 */
record TakeBackForm(@As(Text.PROSE) String reason, @As(Text.IDENTIFIER) String foreseen) {

	void check(Errors errors) {
		if (!StringUtils.hasText(reason)) {
			errors.rejectValue("reason", "coordination.take-back.reason.missing");
		}
		else if (reason.length() > MoveDeadlineForm.LONGEST_REASON) {
			errors.rejectValue("reason", "coordination.reason.long", new Object[] { MoveDeadlineForm.LONGEST_REASON },
					null);
		}
	}

}
