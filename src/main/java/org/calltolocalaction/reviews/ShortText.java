package org.calltolocalaction.reviews;

import java.util.regex.Pattern;
import org.calltolocalaction.kernel.Refused;

/** What a reviewer typed into a box of its own, as it may be stored: without signs that no database or mail takes. */
public record ShortText(String value) {

	// Control characters but line break and tab, and halves of surrogate pairs.
	private static final Pattern NOT_STORABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

	public static ShortText of(String typed) {
		String text = typed == null ? "" : typed.replace("\r\n", "\n");
		return new ShortText(NOT_STORABLE.matcher(text).replaceAll("").strip());
	}

	/** The text, or {@link Refused} with one of these messages. */
	public String require(int longest, String missing, String tooLong) {
		if (value.isEmpty()) {
			throw new Refused(missing);
		}
		if (value.length() > longest) {
			throw new Refused(tooLong);
		}
		return value;
	}

}
