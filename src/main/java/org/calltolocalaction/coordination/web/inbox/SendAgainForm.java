package org.calltolocalaction.coordination.web.inbox;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.notifications.MailId;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Where mails are sent instead, as it was chosen or typed.
 *
 * @param to one of the addresses that were offered, or {@link #ANOTHER}
 * @param other the address that was typed
 * @param mails which of those that did not arrive
 */
record SendAgainForm(@As(Text.ADDRESS) String to, @As(Text.ADDRESS) String other, @Nullable List<MailId> mails) {

	SendAgainForm {
		to = Objects.requireNonNullElse(to, "");
		other = Objects.requireNonNullElse(other, "");
	}

	static final String ANOTHER = "another";

	List<MailId> chosen() {
		return mails == null ? List.of() : mails;
	}

	/** For templates. */
	public boolean isChosen(MailId mail) {
		return chosen().contains(mail);
	}

	Optional<EmailAddress> check(Errors errors) {
		boolean typed = to.equals(ANOTHER);
		Optional<EmailAddress> address = EmailAddress.parse(typed ? other : to);
		if (to.isEmpty()) {
			errors.rejectValue("to", "inbox.to.missing");
		}
		else if (address.isEmpty()) {
			errors.rejectValue(typed ? "other" : "to", typed ? "inbox.other.invalid" : "inbox.to.missing");
		}
		if (chosen().isEmpty()) {
			errors.rejectValue("mails", "inbox.mails.missing");
		}
		return address;
	}

}
