package org.calltolocalaction.kernel.audit;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.calltolocalaction.kernel.Sha256;

/**
 * By what a personal value is held to without being told. The hash stays with the entry
 * for ever; the salt goes with the value, and without it nobody finds out by trying which
 * value it was.
 *
 * @param salt random bytes in hexadecimal
 * @param hash of the salt's bytes and the value as canonical JSON
 */
public record SaltedHash(String salt, String hash) {

	private static final int BYTES = 16;

	private static final SecureRandom RANDOM = new SecureRandom();

	/** With a salt that was never used. */
	static SaltedHash of(Object value) {
		byte[] salt = new byte[BYTES];
		RANDOM.nextBytes(salt);
		return new SaltedHash(HexFormat.of().formatHex(salt), hash(salt, value));
	}

	/** Whether this is the value. */
	public boolean fits(Object value) {
		return hash.equals(hash(HexFormat.of().parseHex(salt), value));
	}

	private static String hash(byte[] salt, Object value) {
		return Sha256.of(salt, CanonicalJson.of(value).getBytes(StandardCharsets.UTF_8));
	}

}
