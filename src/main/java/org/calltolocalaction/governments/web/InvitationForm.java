package org.calltolocalaction.governments.web;

import java.util.Optional;
import org.calltolocalaction.identity.EmailAddress;
import org.calltolocalaction.kernel.As;
import org.calltolocalaction.kernel.Text;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/** Whom to invite, as it was typed. */
record InvitationForm(@As(Text.ADDRESS) String email) {

	/** The address; where it is none, tells beside the field what is wrong. */
	Optional<EmailAddress> address(Errors errors) {
		Optional<EmailAddress> address = EmailAddress.parse(email);
		if (address.isEmpty()) {
			errors.rejectValue("email", StringUtils.hasText(email) ? "identity.signIn.email.wrong"
					: "identity.signIn.email.missing");
		}
		return address;
	}

}
