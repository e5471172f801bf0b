package org.calltolocalaction.vocabulary;

import java.util.regex.Pattern;

/**
 * A reviewing organisation, such as {@code UCLG}. Which partners review is set for each
 * edition; their names are in {@code vocabulary/partners.csv}. Also the name of the
 * partner's candidate group in the process engine.
 */
public record PartnerCode(String value) implements Comparable<PartnerCode> {

	private static final Pattern SHAPE = Pattern.compile("[A-Z]{2,12}");

	public PartnerCode {
		if (value == null || !SHAPE.matcher(value).matches()) {
			throw new IllegalArgumentException("A partner's code is 2 to 12 capital letters, not " + value);
		}
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
