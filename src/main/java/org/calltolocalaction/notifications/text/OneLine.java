package org.calltolocalaction.notifications.text;

import java.util.regex.Pattern;
import org.calltolocalaction.kernel.text.Text;

/**
 * A text that people typed, made fit for one line of a mail: it may not begin a line, or
 * a header, that looks like ours.
 */
public final class OneLine {

	// Spaces that do not break are left: French sets them before its colons.
	private static final Pattern BREAKS = Pattern.compile("[ \\p{Cc}\\p{Zl}\\p{Zp}]+");

	private static final int LONGEST_TITLE = 100;

	private OneLine() {
	}

	public static String of(String typed) {
		return BREAKS.matcher(Text.LINE.of(typed)).replaceAll(" ").strip();
	}

	/** A title in a list; a draft's may be as long as its author likes. */
	public static String title(String typed) {
		return of(typed, LONGEST_TITLE);
	}

	/** The same, no longer than a subject or a line of a list can bear. */
	public static String of(String typed, int longest) {
		String line = of(typed);
		if (line.codePointCount(0, line.length()) <= longest) {
			return line;
		}
		return line.substring(0, line.offsetByCodePoints(0, longest - 1)).stripTrailing() + "…";
	}

}
