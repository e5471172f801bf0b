package org.calltolocalaction.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A part of a search that can be taken out of it: a word, a condition, or all between
 * which {@code OR} stands.
 *
 * @param typed as it was typed
 * @param link to the search without it
 */
public record SearchChip(String typed, String link) {

	/**
	 * Everything that a search consists of, in its order.
	 * @param address of the page for another text in its box
	 */
	public static List<SearchChip> in(String typed, UnaryOperator<String> address) {
		List<int[]> parts = new ArrayList<>();
		boolean joined = false;
		for (SearchWord word : SearchWord.of(typed)) {
			int end = word.at() + word.typed().length();
			if (!parts.isEmpty() && (joined || word.or())) {
				parts.get(parts.size() - 1)[1] = end;
			}
			else {
				parts.add(new int[] { word.at(), end });
			}
			joined = word.or();
		}
		return parts.stream()
			.map(part -> new SearchChip(typed.substring(part[0], part[1]),
					address.apply(without(typed, part[0], part[1]))))
			.toList();
	}

	private static String without(String typed, int begin, int end) {
		return (typed.substring(0, begin).strip() + " " + typed.substring(end).strip()).strip();
	}

}
