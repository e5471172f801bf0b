package org.calltolocalaction.kernel.log;

/**
 * A message as it may stand in a line of the log: on one line, and of a bounded length.
 */
final class LogLine {

	private static final int LONGEST = 300;

	private LogLine() {
	}

	static String of(String message) {
		String line = message.replaceAll("\\s*[\\r\\n\\u2028\\u2029]+\\s*", " ").replaceAll("\\p{Cntrl}", "?").strip();
		return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
	}

}
