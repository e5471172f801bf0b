package org.calltolocalaction.coordination.processes;

import java.util.regex.Pattern;

/** What a model is called: the name of its file, such as {@code pledge-lifecycle}. */
public record ModelKey(String value) implements Comparable<ModelKey> {

	private static final Pattern SHAPE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

	/** The model about pledges; each of its processes is one pledge. */
	public static final ModelKey PLEDGE_LIFECYCLE = new ModelKey("pledge-lifecycle");

	/** Whether something typed could be one. */
	public static boolean isOne(String text) {
		return SHAPE.matcher(text).matches();
	}

	/**
	 * @throws IllegalArgumentException where it cannot be one
	 */
	public static ModelKey of(String text) {
		if (!isOne(text)) {
			throw new IllegalArgumentException("No model is called like this");
		}
		return new ModelKey(text);
	}

	@Override
	public int compareTo(ModelKey other) {
		return value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return value;
	}

}
