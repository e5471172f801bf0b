package org.calltolocalaction.search;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that could be typed next.
 *
 * @param typed the whole of the box, because that is what a browser would replace
 * @param label what the reader calls it; empty where it says all by itself
 */
public record Suggestion(String typed, String label) {

	/** What can follow what was typed: each key, and each of its values. */
	public static List<Suggestion> after(String typed, List<SearchKey> keys) {
		String before = typed.isEmpty() ? "" : typed + " ";
		return keys.stream()
			.flatMap(key -> Stream.concat(Stream.of(new Suggestion(before + key.name() + ":", "")),
					key.known().stream().map(value -> new Suggestion(before + key.word(value), value.label()))))
			.toList();
	}

}
