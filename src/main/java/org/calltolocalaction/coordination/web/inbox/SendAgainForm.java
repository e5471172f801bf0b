package org.calltolocalaction.coordination.web.inbox;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.notifications.MailId;
import org.springframework.validation.Errors;

/**
 * Where mails are sent instead, as it was chosen or typed.
 *
 * @param to one of the addresses that were offered, or {@link #ANOTHER}
 * @param other the address that was typed
 * @param mails which of those that did not arrive
 */
record SendAgainForm(@As(Text.ADDRESS) String to, @As(Text.ADDRESS) String other,
		@As(Text.IDENTIFIER) List<String> mails) {

	SendAgainForm {
		to = Objects.requireNonNullElse(to, "");
		other = Objects.requireNonNullElse(other, "");
		mails = Objects.requireNonNullElse(mails, List.of());
	}

	static final String ANOTHER = "another";

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	List<MailId> chosen() {
		return mails.stream().filter(mail -> ID.matcher(mail).matches()).map(MailId::of).toList();
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
