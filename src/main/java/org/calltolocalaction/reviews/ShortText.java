package org.calltolocalaction.reviews;

import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.text.Text;

/**
 * A text that a reviewer typed into a box of its own, as it may be stored: without signs
 * that no database or mail takes.
 */
public record ShortText(String value) {

	public static ShortText of(String typed) {
		return new ShortText(Text.trimmed(Text.PROSE.of(typed)));
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
