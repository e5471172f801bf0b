package org.calltolocalaction.search;

import java.util.Arrays;
import java.util.Comparator;

/** How something is compared with the number or day that was typed. */
public enum Comparison {

	LESS("<"), AT_MOST("<="), EQUAL("="), AT_LEAST(">="), MORE(">");

	private final String symbol;

	Comparison(String symbol) {
		this.symbol = symbol;
	}

	/** As it is typed, and as SQL writes it. */
	public String symbol() {
		return symbol;
	}

	/** The one with which a value begins; without any it has to be equal. */
	static Comparison before(String value) {
		return Arrays.stream(values())
			.sorted(Comparator.comparing((Comparison comparison) -> comparison.symbol.length()).reversed())
			.filter(comparison -> value.startsWith(comparison.symbol))
			.findFirst()
			.orElse(EQUAL);
	}

	/** What is left of a value without the comparison at its beginning. */
	static String cutFrom(String value) {
		return value.replaceFirst("^[<>]?=?", "");
	}

}
