package org.calltolocalaction.kernel.signing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with its signature, in the form of JWS (RFC 7515, with Ed25519 by RFC 8037): the
 * signature is of header and content with a full stop between them. Each part is in
 * Base64 for addresses, in its one spelling. The header has one spelling, too, so that
 * nobody who reads it can be talked into another algorithm.
 */
public record SignedText(String header, String content, String signature) {

	private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

	private static final Pattern HEADER = Pattern
		.compile("\\{\"alg\":\"EdDSA\",\"kid\":\"(" + KeyId.SHAPE + ")\",\"typ\":\"([a-z-]+)\"}");

	/**
	 * Signs.
	 * @param type what the text is, so that nothing that was signed passes for something
	 * else
	 */
	public static SignedText sign(String type, byte[] content, SigningKey key) {
		String header = "{\"alg\":\"EdDSA\",\"kid\":\"%s\",\"typ\":\"%s\"}".formatted(key.published().id(), type);
		SignedText unsigned = new SignedText(ENCODER.encodeToString(header.getBytes(StandardCharsets.US_ASCII)),
				ENCODER.encodeToString(content), "");
		return new SignedText(unsigned.header, unsigned.content, ENCODER.encodeToString(key.sign(unsigned.signed())));
	}

	/** The three parts with full stops between them, as they are kept and handed on. */
	public static SignedText read(String compact) {
		String[] parts = compact.split("\\.", -1);
		if (parts.length != 3) {
			throw new IllegalArgumentException("A signed text has three parts");
		}
		return new SignedText(parts[0], parts[1], parts[2]);
	}

	/**
	 * Which key signed, as the text itself says it.
	 * @param type what the text has to be
	 * @return nothing where the text is not such a one, whoever signed it
	 */
	public Optional<KeyId> signedBy(String type) {
		return decoded(header).map(bytes -> HEADER.matcher(new String(bytes, StandardCharsets.ISO_8859_1)))
			.filter(Matcher::matches)
			.filter(found -> found.group(2).equals(type))
			.map(found -> new KeyId(found.group(1)));
	}

	/** Whether this key signed exactly this text. */
	public boolean isSignedBy(VerifyingKey key) {
		return decoded(content).isPresent()
				&& decoded(signature).filter(bytes -> key.verifies(signed(), bytes)).isPresent();
	}

	/**
	 * What was signed.
	 * @throws IllegalStateException where it is not encoded; ask who signed it before
	 */
	public String text() {
		return new String(
				decoded(content).orElseThrow(() -> new IllegalStateException("A text that nobody signed is not read")),
				StandardCharsets.UTF_8);
	}

	/** All of it on one line. */
	public String compact() {
		return header + "." + content + "." + signature;
	}

	private byte[] signed() {
		return (header + "." + content).getBytes(StandardCharsets.UTF_8);
	}

	// The last letter has bits that nobody reads: with others in them it would be another
	// text, and the same.
	private static Optional<byte[]> decoded(String part) {
		try {
			byte[] bytes = Base64.getUrlDecoder().decode(part);
			return ENCODER.encodeToString(bytes).equals(part) ? Optional.of(bytes) : Optional.empty();
		}
		catch (IllegalArgumentException otherLetters) {
			return Optional.empty();
		}
	}

}
