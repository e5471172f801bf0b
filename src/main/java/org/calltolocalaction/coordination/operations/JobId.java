package org.calltolocalaction.coordination.operations;

import java.util.Optional;
import java.util.regex.Pattern;

/** A job of the engine. The log names it by this. */
public record JobId(String value) {

	private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9-]{1,64}");

	/** What was sent; nothing where it cannot be one. */
	public static Optional<JobId> parse(String typed) {
		return SHAPE.matcher(typed).matches() ? Optional.of(new JobId(typed)) : Optional.empty();
	}

	@Override
	public String toString() {
		return value;
	}

}
