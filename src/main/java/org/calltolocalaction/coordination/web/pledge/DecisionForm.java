package org.calltolocalaction.coordination.web.pledge;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.coordination.web.TypedReason;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.Outcome;
import org.springframework.validation.Errors;

/** A coordinator's decision where the partners do not agree, as it was typed. */
record DecisionForm(@As(Text.CHOICE) String outcome, @As(Text.PROSE) String reason) {

	static final int LONGEST_REASON = 3000;

	/** What can be decided; to leave it undecided is not a decision. */
	static List<Outcome> choices() {
		return Arrays.stream(Outcome.values()).filter(outcome -> outcome != Outcome.DISAGREEMENT).toList();
	}

	Optional<Outcome> decided() {
		return choices().stream().filter(choice -> choice.name().equals(outcome)).findFirst();
	}

	void check(Errors errors) {
		if (decided().isEmpty()) {
			errors.rejectValue("outcome", "coordination.decision.outcome.missing");
		}
		TypedReason.check(reason, LONGEST_REASON, "coordination.decision.reason.missing", errors);
	}

}
