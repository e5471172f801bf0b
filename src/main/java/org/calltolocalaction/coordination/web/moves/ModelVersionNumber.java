package org.calltolocalaction.coordination.web.moves;

import java.util.regex.Pattern;

/** The number of a version in an address. */
public record ModelVersionNumber(int value) {

	private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

	/**
	 * @throws IllegalArgumentException where it cannot be one
	 */
	public static ModelVersionNumber of(String text) {
		if (!NUMBER.matcher(text).matches()) {
			throw new IllegalArgumentException("No version has this number");
		}
		return new ModelVersionNumber(Integer.parseInt(text));
	}

	@Override
	public String toString() {
		return Integer.toString(value);
	}

}
