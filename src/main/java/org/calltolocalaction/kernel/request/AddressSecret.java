package org.calltolocalaction.kernel.request;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.calltolocalaction.kernel.Sha256;

/**
 * The secret in an address that is a key: 256 bits that nobody guesses. It is shown once,
 * to whoever makes it; the desk keeps its hash.
 */
public final class AddressSecret {

	private static final int BYTES = 32;

	private static final SecureRandom RANDOM = new SecureRandom();

	private AddressSecret() {
	}

	public static String random() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/** By what it is known without being kept. */
	public static String sha256(String secret) {
		return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
	}

}
