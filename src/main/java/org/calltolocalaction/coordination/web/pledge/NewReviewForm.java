package org.calltolocalaction.coordination.web.pledge;

import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/** Why a partner is to judge once more, as it was typed. */
record NewReviewForm(@As(Text.PROSE) String reason) {

	static final int LONGEST_REASON = 1000;

	void check(Errors errors) {
		if (!StringUtils.hasText(reason)) {
			errors.rejectValue("reason", "coordination.new-review.reason.missing");
		}
		else if (reason.length() > LONGEST_REASON) {
			errors.rejectValue("reason", "coordination.reason.long", new Object[] { LONGEST_REASON }, null);
		}
	}

}
