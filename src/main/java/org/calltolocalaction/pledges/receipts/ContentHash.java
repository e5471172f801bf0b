package org.calltolocalaction.pledges.receipts;

import java.util.regex.Pattern;

/**
 * The SHA-256 of what was submitted, as a receipt says it. Who knows it has the receipt.
 *
 * @param value in lower-case hexadecimal
 */
public record ContentHash(String value) {

	private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

	public ContentHash {
		if (!SHAPE.matcher(value).matches()) {
			throw new IllegalArgumentException("No SHA-256 is written so");
		}
	}

	/**
	 * @throws IllegalArgumentException where it cannot be one
	 */
	public static ContentHash of(String text) {
		return new ContentHash(text);
	}

	@Override
	public String toString() {
		return value;
	}

}
