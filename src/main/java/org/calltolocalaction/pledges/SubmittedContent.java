package org.calltolocalaction.pledges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.kernel.Sha256;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The submitted content of a revision as canonical JSON (RFC 8785), so that whoever holds
 * the same facts gets the same bytes and the same hash, with any tool.
 */
public final class SubmittedContent {

	private static final SecureRandom RANDOM = new SecureRandom();

	private final byte[] bytes;

	public SubmittedContent(byte[] bytes) {
		this.bytes = bytes.clone();
	}

	public static SubmittedContent of(PledgeReference reference, int revision, Government government,
			Instant submittedAt, Answers answers) {
		Map<String, Object> by = new LinkedHashMap<>();
		by.put("name", government.name());
		by.put("type", government.type());
		by.put("country", government.country());
		by.put("region", government.region());
		Map<String, Object> content = new LinkedHashMap<>();
		content.put("reference", reference.value());
		content.put("revision", revision);
		content.put("submittedAt", submittedAt.toString());
		content.put("government", by);
		content.put("answers", answers.asMap());
		content.put("salt", salt());
		try {
			return new SubmittedContent(new JsonCanonicalizer(Answers.of(content).toJson()).getEncodedUTF8());
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException("The content of " + reference + " is not JSON", unreadable);
		}
	}

	/**
	 * A receipt with the hash may be handed to anybody: without something that only the
	 * content says, whoever knows what is public of it could find out by trying what is
	 * not, such as a telephone number.
	 */
	private static String salt() {
		byte[] random = new byte[16];
		RANDOM.nextBytes(random);
		return HexFormat.of().formatHex(random);
	}

	/** The exact bytes of which {@link #sha256()} is. */
	public byte[] bytes() {
		return bytes.clone();
	}

	/** In lower-case hexadecimal. */
	public String sha256() {
		return Sha256.of(bytes);
	}

	public Answers answers() {
		return Answers.of(member("answers"));
	}

	/** The name of the government that submitted it, as it was then. */
	public String government() {
		return Objects.toString(member("government").get("name"));
	}

	@SuppressWarnings("unchecked")
	private Map<String, ?> member(String name) {
		Map<String, Object> content = Answers.fromJson(new String(bytes, StandardCharsets.UTF_8)).asMap();
		return Objects.requireNonNull((Map<String, ?>) content.get(name), () -> "Submitted content has " + name);
	}

}
