package org.calltolocalaction.kernel.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The private key by which the desk signs. Of itself it says nothing but its public part.
 */
public final class SigningKey {

	private static final String HEAD = "-----BEGIN PRIVATE KEY-----";

	private static final String FOOT = "-----END PRIVATE KEY-----";

	private final PrivateKey secret;

	private final VerifyingKey published;

	private SigningKey(PrivateKey secret, VerifyingKey published) {
		this.secret = secret;
		this.published = published;
	}

	/** A key that nobody has. */
	public static SigningKey fresh() {
		try {
			KeyPair pair = KeyPairGenerator.getInstance(VerifyingKey.ALGORITHM).generateKeyPair();
			return new SigningKey(pair.getPrivate(), VerifyingKey.of(pair.getPublic()));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException("Every Java platform has Ed25519", impossible);
		}
	}

	/**
	 * The key that was written down: PKCS#8 as PEM, or the same in Base64 on one line.
	 * @throws IllegalArgumentException where it is none; what was written is not repeated
	 */
	public static SigningKey read(String written) {
		// A file of settings has line breaks as two letters.
		String inside = written.replace("\\n", "\n").replace(HEAD, "").replace(FOOT, "").replaceAll("\\s", "");
		try {
			KeyFactory keys = KeyFactory.getInstance(VerifyingKey.ALGORITHM);
			PrivateKey secret = keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(inside)));
			SigningKey key = new SigningKey(secret, published((EdECPrivateKey) secret));
			byte[] something = "something".getBytes(StandardCharsets.US_ASCII);
			if (!key.published.verifies(something, key.sign(something))) {
				throw new IllegalStateException("The public part of a key that was read does not belong to it");
			}
			return key;
		}
		catch (GeneralSecurityException | IllegalArgumentException unreadable) {
			// Without its cause, which could repeat some of the key.
			throw new IllegalArgumentException("No private key of Ed25519 in the form of PKCS#8");
		}
	}

	/** Whether {@link #read} takes it. */
	public static boolean isOne(String written) {
		try {
			read(written);
			return true;
		}
		catch (IllegalArgumentException none) {
			return false;
		}
	}

	/** As {@link #read} takes it; for the file in which its owner keeps it. */
	public String pem() {
		return HEAD + "\n" + Base64.getEncoder().encodeToString(secret.getEncoded()) + "\n" + FOOT + "\n";
	}

	/** By what everybody checks what it signed. */
	public VerifyingKey published() {
		return published;
	}

	byte[] sign(byte[] content) {
		try {
			Signature signature = Signature.getInstance(VerifyingKey.ALGORITHM);
			signature.initSign(secret);
			signature.update(content);
			return signature.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The key " + published.id() + " cannot sign", ex);
		}
	}

	// Java works the public part out only where it makes a pair; the pair is made of what
	// chance gives, and here chance gives the key.
	private static VerifyingKey published(EdECPrivateKey secret) throws GeneralSecurityException {
		byte[] bytes = secret.getBytes().orElseThrow(() -> new GeneralSecurityException("The key is not shown"));
		KeyPairGenerator pairs = KeyPairGenerator.getInstance(VerifyingKey.ALGORITHM);
		pairs.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
			@Override
			public void nextBytes(byte[] wanted) {
				System.arraycopy(bytes, 0, wanted, 0, wanted.length);
			}
		});
		return VerifyingKey.of(pairs.generateKeyPair().getPublic());
	}

	@Override
	public String toString() {
		return "the key " + published.id();
	}

}
