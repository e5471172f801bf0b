package org.calltolocalaction.pledges.receipts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.kernel.signing.SignedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A signed receipt as the file that a government keeps: a JWS in the form that its
 * standard calls flattened, so that any tool for it checks the file, and beside it what
 * it says in words that people read. Those are a copy: what counts is what was signed,
 * and whoever changes one of them is found out by comparing.
 *
 * @param copy what stands in the file for readers; null where it was left out
 * @param others what else stands in it, which no receipt has
 */
record ReceiptFile(SignedText signed, @Nullable Object copy, List<String> others) {

	/** A receipt has a thousand letters or two. */
	static final int MOST_LETTERS = 64 * 1024;

	private static final int DEEPEST = 5;

	private static final String COPY = "receipt";

	private static final String HEADER = "protected";

	private static final String CONTENT = "payload";

	private static final String SIGNATURE = "signature";

	private static final Set<String> MEMBERS = Set.of(COPY, HEADER, CONTENT, SIGNATURE);

	// Of two members of one name, readers would take the one and tools the other.
	private static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.build())
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(SerializationFeature.INDENT_OUTPUT)
		.build();

	static ReceiptFile of(SignedText signed) {
		return new ReceiptFile(signed, AttestedReceipt.members(signed.text()), List.of());
	}

	/** What somebody has, if it is such a file at all. */
	static Optional<ReceiptFile> read(String text) {
		if (text.length() > MOST_LETTERS) {
			return Optional.empty();
		}
		try {
			if (JSON.readValue(text, Object.class) instanceof Map<?, ?> file
					&& file.get(HEADER) instanceof String header && file.get(CONTENT) instanceof String content
					&& file.get(SIGNATURE) instanceof String signature) {
				List<String> others = new ArrayList<>();
				file.keySet()
					.stream()
					.map(Objects::toString)
					.filter(name -> !MEMBERS.contains(name))
					.forEach(others::add);
				return Optional.of(new ReceiptFile(new SignedText(header, content, signature), file.get(COPY), others));
			}
			return Optional.empty();
		}
		catch (JacksonException noJson) {
			return Optional.empty();
		}
	}

	String json() {
		Map<String, Object> file = new LinkedHashMap<>();
		file.put(COPY, copy);
		file.put(HEADER, signed.header());
		file.put(CONTENT, signed.content());
		file.put(SIGNATURE, signed.signature());
		return JSON.writeValueAsString(file) + "\n";
	}

	/** Whether what stands in it for readers is all that was signed, and nothing else. */
	boolean readsAsSigned() {
		return others.isEmpty() && (copy == null || copy.equals(AttestedReceipt.members(signed.text())));
	}

}
