package org.calltolocalaction.editions;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.calltolocalaction.kernel.text.Text;

/**
 * The year whose 1 October an edition is named after. Its digits are the business key of
 * the edition's process.
 */
public record EditionYear(int value) implements Serializable, Comparable<EditionYear> {

	private static final int FIRST = 2018;

	private static final int LAST = 2999;

	private static final Pattern SHAPE = Pattern.compile("2[0-9]{3}");

	public EditionYear {
		if (value < FIRST || value > LAST) {
			throw new IllegalArgumentException("An edition's year is from " + FIRST + " to " + LAST + ", not " + value);
		}
	}

	public EditionYear next() {
		return new EditionYear(value + 1);
	}

	public String businessKey() {
		return Integer.toString(value);
	}

	public static EditionYear ofBusinessKey(String key) {
		return new EditionYear(Integer.parseInt(key));
	}

	/**
	 * The year that was typed or stands in an address, if it is one that an edition can
	 * have.
	 */
	public static Optional<EditionYear> parse(String typed) {
		String year = Text.IDENTIFIER.of(typed);
		return SHAPE.matcher(year).matches() && Integer.parseInt(year) >= FIRST
				? Optional.of(new EditionYear(Integer.parseInt(year))) : Optional.empty();
	}

	/**
	 * The year that stands in an address.
	 * @throws IllegalArgumentException where no edition can have it
	 */
	public static EditionYear of(String typed) {
		return parse(typed).orElseThrow(() -> new IllegalArgumentException("An edition's year has four digits"));
	}

	@Override
	public int compareTo(EditionYear other) {
		return Integer.compare(value, other.value);
	}

	@Override
	public String toString() {
		return businessKey();
	}

}
