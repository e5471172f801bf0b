package org.calltolocalaction.vocabulary;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A reviewing organisation, such as {@code UCLG}. Which partners review is set for each
 * edition; what they are called knows the {@link PartnerRegister}. Also the name of the
 * partner's candidate group in the process engine. It never changes.
 */
public record PartnerCode(String value) implements Comparable<PartnerCode> {

	private static final Pattern SHAPE = Pattern.compile("[A-Z]{2,12}");

	public PartnerCode {
		if (value == null || !SHAPE.matcher(value).matches()) {
			throw new IllegalArgumentException("A partner's code is 2 to 12 capital letters, not " + value);
		}
	}

	/** The code as somebody typed it; nothing where it has not the shape of one. */
	public static Optional<PartnerCode> parse(String typed) {
		String capital = typed.toUpperCase(Locale.ROOT);
		return SHAPE.matcher(capital).matches() ? Optional.of(new PartnerCode(capital)) : Optional.empty();
	}

	@Override
	public int compareTo(PartnerCode other) {
		return value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return value;
	}

}
