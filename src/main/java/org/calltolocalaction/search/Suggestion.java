package org.calltolocalaction.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that could be typed next.
 *
 * @param typed the whole of the box, because that is what a browser would replace
 * @param label what the reader calls it; empty where it says all by itself
 */
public record Suggestion(String typed, String label) {

	/** How many there are at most; every key with every country is less. */
	static final int MOST = 500;

	/**
	 * How much of a page they take together, in bytes: each repeats what was typed
	 * before.
	 */
	static final int MOST_BYTES = 40_000;

	/** Of an option around what it says. */
	private static final int MARKUP = 40;

	/** The longest that a letter becomes in the page, as a quote or in UTF-8. */
	private static final int LONGEST_LETTER = 6;

	/**
	 * What can follow what was typed: each key, and each of its values. The keys come
	 * first where what was typed leaves no room for all of them.
	 */
	public static List<Suggestion> after(String typed, List<SearchKey> keys) {
		String before = typed.isEmpty() ? "" : typed + " ";
		List<Suggestion> all = inOrder(before, keys);
		if (all.size() <= MOST && bytes(all) <= MOST_BYTES) {
			return all;
		}
		List<Suggestion> fitting = new ArrayList<>();
		int left = MOST_BYTES;
		for (Suggestion suggestion : Stream.concat(keys.stream().map(key -> ofKey(before, key)), valuesOf(before, keys))
			.toList()) {
			left -= suggestion.bytes();
			if (left < 0 || fitting.size() == MOST) {
				break;
			}
			fitting.add(suggestion);
		}
		return fitting;
	}

	private static List<Suggestion> inOrder(String before, List<SearchKey> keys) {
		return keys.stream()
			.flatMap(key -> Stream.concat(Stream.of(ofKey(before, key)), valuesOf(before, List.of(key))))
			.toList();
	}

	private static Suggestion ofKey(String before, SearchKey key) {
		return new Suggestion(before + key.name() + ":", "");
	}

	private static Stream<Suggestion> valuesOf(String before, List<SearchKey> keys) {
		return keys.stream()
			.flatMap(key -> key.known().stream().map(value -> new Suggestion(before + key.word(value), value.label())));
	}

	private static int bytes(List<Suggestion> suggestions) {
		return suggestions.stream().mapToInt(Suggestion::bytes).sum();
	}

	private int bytes() {
		return MARKUP + bytes(typed) + bytes(label);
	}

	private static int bytes(String text) {
		return text.chars()
			.map(letter -> Character.isLetterOrDigit(letter) && letter < 0x80 || letter == ' ' ? 1 : LONGEST_LETTER)
			.sum();
	}

}
