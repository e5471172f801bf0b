package org.calltolocalaction.coordination.web.pledge;

import org.calltolocalaction.coordination.web.TypedReason;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.validation.Errors;

/** Why a partner is to judge once more, as it was typed. */
record NewReviewForm(@As(Text.PROSE) String reason) {

	void check(Errors errors) {
		TypedReason.check(reason, "coordination.new-review.reason.missing", errors);
	}

}
