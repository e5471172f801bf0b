package org.calltolocalaction.search;

import java.util.List;
import java.util.Optional;

/**
 * What stands before the colon, and what may stand after it. Keys and values are the same
 * in every language, so that a search can be handed on to a colleague who reads another
 * one.
 *
 * @param known the values that have a name; all of them where the key is one of codes
 */
public record SearchKey(String name, Kind kind, List<Value> known) {

	/** What else than a known value is understood. */
	public enum Kind {

		CODE, NUMBER, DAY, LENGTH, TEXT

	}

	/**
	 * @param code as it is searched, whatever the capitals
	 * @param labels what people call it, the reader's own first: good for proposing the
	 * code, not for asking
	 */
	public record Value(String code, List<String> labels) {

		/** What the reader calls it; empty where the code says it all. */
		public String label() {
			return labels.isEmpty() ? "" : labels.get(0);
		}

	}

	public SearchKey {
		known = List.copyOf(known);
	}

	/** A key that has these values and no others. */
	public static SearchKey ofCodes(String name, List<Value> known) {
		return new SearchKey(name, Kind.CODE, known);
	}

	/** A key whose values are numbers that can be compared. */
	public static SearchKey ofNumbers(String name) {
		return new SearchKey(name, Kind.NUMBER, List.of());
	}

	/**
	 * A key whose values are days, such as {@code 2027-09-20}, that can be compared; or
	 * one of some words.
	 */
	public static SearchKey ofDays(String name, List<Value> words) {
		return new SearchKey(name, Kind.DAY, words);
	}

	/**
	 * A key whose values are numbers of days, such as {@code 14d}, that can be compared.
	 */
	public static SearchKey ofLengths(String name) {
		return new SearchKey(name, Kind.LENGTH, List.of());
	}

	/** A key whose value is whatever somebody or something is called. */
	public static SearchKey ofTexts(String name) {
		return ofTexts(name, List.of());
	}

	/**
	 * A key whose values are written as they are, such as an address; some words may mean
	 * something of their own.
	 */
	public static SearchKey ofTexts(String name, List<Value> words) {
		return new SearchKey(name, Kind.TEXT, words);
	}

	/** Whether it has no values but the known ones. */
	public boolean codesOnly() {
		return kind == Kind.CODE;
	}

	/** How one types that it is to have this value. */
	public String word(Value value) {
		return word(value.code());
	}

	/** How one types that it is to have this value. */
	public String word(String code) {
		return name + ":" + (code.contains(" ") ? '"' + code.replace('"', ' ') + '"' : code);
	}

	Optional<String> code(String typed) {
		return known.stream().map(Value::code).filter(typed::equalsIgnoreCase).findFirst();
	}

}
