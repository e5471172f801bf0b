package org.calltolocalaction.kernel.signing;

import java.util.regex.Pattern;

/**
 * By what a key that signs is named: the first sixteen hexadecimal digits of the SHA-256
 * of its public part, in the form in which {@code openssl} writes it (DER).
 */
public record KeyId(String value) {

	/** As it stands in what was signed. */
	static final String SHAPE = "[0-9a-f]{16}";

	private static final Pattern WHOLE = Pattern.compile(SHAPE);

	public KeyId {
		if (!WHOLE.matcher(value).matches()) {
			throw new IllegalArgumentException("The id of a key is sixteen hexadecimal digits");
		}
	}

	/**
	 * The id that stands in an address.
	 * @throws IllegalArgumentException where it cannot be one
	 */
	public static KeyId of(String text) {
		return new KeyId(text);
	}

	@Override
	public String toString() {
		return value;
	}

}
