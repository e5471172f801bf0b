package org.calltolocalaction.identity;

import java.util.Optional;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.post.Utf8Offer;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * Reads the field {@code email} of a page, and tells beside it why what was typed cannot
 * be written to.
 */
@Component
public class TypedEmail {

	private final Utf8Offer utf8Offer;

	TypedEmail(Utf8Offer utf8Offer) {
		this.utf8Offer = utf8Offer;
	}

	/** The address; nothing where there is an error beside the field. */
	public Optional<EmailAddress> in(String typed, Errors errors) {
		if (!StringUtils.hasText(typed)) {
			return wrong(errors, "identity.signIn.email.missing");
		}
		Optional<EmailAddress> email = EmailAddress.parse(typed);
		if (email.isEmpty()) {
			return wrong(errors, "identity.signIn.email.wrong");
		}
		return email.filter(utf8Offer::mayReach).or(() -> wrong(errors, "identity.signIn.email.letters"));
	}

	private static Optional<EmailAddress> wrong(Errors errors, String key) {
		errors.rejectValue("email", key);
		return Optional.empty();
	}

}
