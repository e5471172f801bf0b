package org.calltolocalaction.kernel.operation;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.calltolocalaction.kernel.Sha256;

/**
 * What makes two failures the same one to whoever has to mend them: the exceptions, from
 * the outermost to its last cause, and where that was thrown. The log has the whole of
 * each kind once, and a reader who met it is given the same reference.
 *
 * @param value one line
 */
public record FailureKind(String value) {

	private static final int FRAMES = 5;

	private static final int MOST_CAUSES = 20;

	private static final int LETTERS_OF_A_REFERENCE = 8;

	/**
	 * Classes that are made while the desk runs, and are called otherwise after each
	 * start.
	 */
	private static final Pattern MADE_MEANWHILE = Pattern
		.compile("\\$\\$|\\$Proxy|GeneratedMethodAccessor|LambdaForm|/0x");

	/** Of a failure; a request may fail without one. */
	public static FailureKind of(Throwable failure) {
		StringBuilder value = new StringBuilder();
		Throwable last = failure;
		int causes = 0;
		for (Throwable each = failure; each != null && causes < MOST_CAUSES; each = each.getCause(), causes++) {
			value.append(each.getClass().getName()).append(' ');
			if (each instanceof SQLException sql) {
				// One class for everything that a database refuses.
				value.append(sql.getSQLState()).append(' ');
			}
			last = each;
		}
		if (last != null) {
			value.append(Arrays.stream(last.getStackTrace())
				.filter(frame -> !MADE_MEANWHILE.matcher(frame.getClassName()).find())
				.limit(FRAMES)
				.map(frame -> frame.getClassName() + '.' + frame.getMethodName() + ':' + frame.getLineNumber())
				.collect(Collectors.joining(" ")));
		}
		return new FailureKind(value.toString());
	}

	/** What a reader is given, and what stands in the log: the same at each time. */
	public String reference() {
		return Sha256.of(value.getBytes(StandardCharsets.UTF_8)).substring(0, LETTERS_OF_A_REFERENCE);
	}

	@Override
	public String toString() {
		return value;
	}

}
