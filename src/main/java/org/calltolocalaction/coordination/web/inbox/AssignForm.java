package org.calltolocalaction.coordination.web.inbox;

import java.util.Objects;
import java.util.Optional;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.validation.Errors;

/** To which pledge a mail belongs, as it was typed. */
record AssignForm(@As(Text.IDENTIFIER) String pledge) {

	AssignForm {
		pledge = Objects.requireNonNullElse(pledge, "");
	}

	Optional<PledgeReference> check(Errors errors) {
		Optional<PledgeReference> reference = PledgeReference.parse(pledge);
		if (reference.isEmpty()) {
			errors.rejectValue("pledge", pledge.isEmpty() ? "inbox.pledge.missing" : "inbox.pledge.invalid");
		}
		return reference;
	}

}
