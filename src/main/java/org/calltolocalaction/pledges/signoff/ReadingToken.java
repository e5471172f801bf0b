package org.calltolocalaction.pledges.signoff;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret of a reading link: 256 bits that nobody guesses. It is shown once, to
 * whoever makes the link; the desk keeps its hash.
 */
public record ReadingToken(String value) {

	private static final int BYTES = 32;

	private static final SecureRandom RANDOM = new SecureRandom();

	static ReadingToken random() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return new ReadingToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	String sha256() {
		return Sha256.of(value.getBytes(StandardCharsets.UTF_8));
	}

	/** Where it leads, within the desk. */
	public String path() {
		return "/read/" + value;
	}

	/** Nothing of it, because this lands in logs. */
	@Override
	public String toString() {
		return "a reading token";
	}

}
