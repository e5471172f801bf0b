package org.calltolocalaction.coordination.web.partner;

import org.calltolocalaction.coordination.web.deadline.MoveDeadlineForm;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * Why a partner is added or released, as it was typed, and what was foreseen then.
 */
record PartnerForm(@As(Text.PROSE) String reason, @As(Text.IDENTIFIER) String foreseen) {

	void check(Errors errors) {
		if (!StringUtils.hasText(reason)) {
			errors.rejectValue("reason", "coordination.partners.reason.missing");
		}
		else if (reason.length() > MoveDeadlineForm.LONGEST_REASON) {
			errors.rejectValue("reason", "coordination.reason.long", new Object[] { MoveDeadlineForm.LONGEST_REASON },
					null);
		}
	}

}
