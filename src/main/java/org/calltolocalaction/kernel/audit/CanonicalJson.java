package org.calltolocalaction.kernel.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one text of a value (RFC 8785): names sorted, no space between signs, nothing
 * escaped that need not be. Whoever has the same value has the same bytes, in any
 * language.
 */
public final class CanonicalJson {

	private static final JsonMapper JSON = new JsonMapper();

	private CanonicalJson() {
	}

	/**
	 * @param value texts, whole numbers, booleans, and lists and maps of them
	 */
	public static String of(Object value) {
		String json = JSON.writeValueAsString(value);
		if (value instanceof String) {
			// The library takes objects and lists only.
			String inAList = canonical("[" + json + "]");
			return inAList.substring(1, inAList.length() - 1);
		}
		return canonical(json);
	}

	private static String canonical(String json) {
		try {
			return new String(new JsonCanonicalizer(json).getEncodedUTF8(), StandardCharsets.UTF_8);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException("What was written is not JSON", unreadable);
		}
	}

}
