package org.calltolocalaction.kernel.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public part of a key, by which everybody checks what was signed.
 *
 * @param x its thirty-two bytes as a JSON Web Key has them (RFC 8037)
 */
public record VerifyingKey(String x) {

	static final String ALGORITHM = "Ed25519";

	private static final int LENGTH = 32;

	/** What stands before the bytes of every such key in the form of X.509. */
	private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

	public VerifyingKey {
		if (bytes(x).length != LENGTH) {
			throw new IllegalArgumentException("A public key of " + ALGORITHM + " has 32 bytes");
		}
	}

	static VerifyingKey of(PublicKey key) {
		byte[] encoded = key.getEncoded();
		return new VerifyingKey(Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length)));
	}

	public KeyId id() {
		return new KeyId(sha256().substring(0, 16));
	}

	/** Of the whole public part, in hexadecimal. */
	public String sha256() {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded()));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("Every Java platform has SHA-256", impossible);
		}
	}

	/** As {@code openssl} reads it. */
	public String pem() {
		return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(encoded())
				+ "\n-----END PUBLIC KEY-----\n";
	}

	boolean verifies(byte[] content, byte[] signature) {
		try {
			Signature check = Signature.getInstance(ALGORITHM);
			check.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded())));
			check.update(content);
			return check.verify(signature);
		}
		catch (SignatureException noneAtAll) {
			// Other than 64 bytes, or a number that no signature has.
			return false;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The public key " + x + " cannot be used", ex);
		}
	}

	private byte[] encoded() {
		byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + LENGTH);
		System.arraycopy(bytes(x), 0, encoded, PREFIX.length, LENGTH);
		return encoded;
	}

	private static byte[] bytes(String x) {
		return Base64.getUrlDecoder().decode(x);
	}

}
