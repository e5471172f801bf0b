package org.calltolocalaction.pledges;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.calltolocalaction.kernel.text.Text;

/**
 * The lasting name of a pledge, such as {@code CLA-2026-0042}: the year in which it was
 * begun and a running number. Also the business key of the pledge's process.
 */
public record PledgeReference(String value) implements Serializable, Comparable<PledgeReference> {

	private static final Pattern SHAPE = Pattern.compile("CLA-\\d{4}-\\d{4,6}");

	public PledgeReference {
		if (value == null || !SHAPE.matcher(value).matches()) {
			throw new IllegalArgumentException("A pledge's reference looks like CLA-2026-0042, not like " + value);
		}
	}

	/** The reference that was typed or stands in an address, if it is one at all. */
	public static Optional<PledgeReference> parse(String typed) {
		String upper = Text.IDENTIFIER.of(typed).toUpperCase(Locale.ROOT);
		return SHAPE.matcher(upper).matches() ? Optional.of(new PledgeReference(upper)) : Optional.empty();
	}

	/**
	 * The reference that somebody typed, in whatever case, or that stands in an address.
	 * @throws IllegalArgumentException where it cannot be one
	 */
	public static PledgeReference of(String typed) {
		return parse(typed)
			.orElseThrow(() -> new IllegalArgumentException("A pledge's reference looks like CLA-2026-0042"));
	}

	public static PledgeReference of(int year, long number) {
		return new PledgeReference("CLA-%04d-%04d".formatted(year, number));
	}

	@Override
	public int compareTo(PledgeReference other) {
		return value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return value;
	}

}
