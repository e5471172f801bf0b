package org.calltolocalaction.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address, always in small letters, so that one person never gets two accounts by a shift key. Whether mail
 * reaches anyone there is found out by sending it, not here.
 */
public record EmailAddress(String value) {

	private static final Pattern SHAPE = Pattern
		.compile("[^\\s@<>\"(),:;\\\\\\[\\]\\p{Cntrl}]{1,64}@(?:[\\p{L}\\p{N}-]{1,63}\\.)+[\\p{L}\\p{N}-]{2,63}");

	private static final int LONGEST = 254;

	public EmailAddress {
		if (!plausible(value)) {
			throw new IllegalArgumentException("An e-mail address looks like name@example.org, not like " + value);
		}
	}

	/** The address that was typed, if it is one at all. */
	public static Optional<EmailAddress> parse(String typed) {
		String value = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
		return plausible(value) ? Optional.of(new EmailAddress(value)) : Optional.empty();
	}

	private static boolean plausible(String value) {
		return value != null && value.length() <= LONGEST && value.equals(value.toLowerCase(Locale.ROOT))
				&& SHAPE.matcher(value).matches();
	}

	@Override
	public String toString() {
		return value;
	}

}
