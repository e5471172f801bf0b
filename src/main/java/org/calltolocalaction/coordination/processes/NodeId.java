package org.calltolocalaction.coordination.processes;

import java.util.regex.Pattern;

/** A node of a model, such as {@code Task_ReviewPledge}. */
public record NodeId(String value) {

	private static final Pattern SHAPE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");

	/** Whether something typed could be one. */
	public static boolean isOne(String text) {
		return SHAPE.matcher(text).matches();
	}

	/**
	 * @throws IllegalArgumentException where it cannot be one
	 */
	public static NodeId of(String text) {
		if (!isOne(text)) {
			throw new IllegalArgumentException("No node is called like this");
		}
		return new NodeId(text);
	}

	@Override
	public String toString() {
		return value;
	}

}
