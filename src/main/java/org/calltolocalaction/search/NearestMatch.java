package org.calltolocalaction.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.text.SearchableText;

/**
 * Finds what somebody meant who mistyped a word: by what it begins, and by Levenshtein's
 * distance.
 */
final class NearestMatch {

	/** Of so many letters one may be wrong. */
	private static final int LETTERS_PER_SLIP = 3;

	/** Whatever is shorter is near to almost anything. */
	private static final int SHORTEST = 3;

	private NearestMatch() {
	}

	/** The key that was meant. */
	static Optional<String> key(String typed, Collection<SearchKey> keys) {
		return keys.stream()
			.map(SearchKey::name)
			.filter(name -> near(plain(typed), plain(name)))
			.min(Comparator.comparingInt(name -> distance(plain(typed), plain(name))));
	}

	/** What a value is called, in plain letters. */
	record Name(String code, String plain) {
	}

	/** What the values are called, by their codes and otherwise. */
	static List<Name> names(List<SearchKey.Value> known) {
		return known.stream()
			.flatMap(value -> Stream.concat(Stream.of(value.code()), value.labels().stream())
				.map(name -> new Name(value.code(), plain(name))))
			.distinct()
			.toList();
	}

	/** The value that was meant, by its code or by what people call it. */
	static Optional<String> value(String typed, List<Name> names) {
		String plain = plain(typed);
		return names.stream()
			.filter(name -> near(plain, name.plain()))
			.min(Comparator.comparingInt(name -> distance(plain, name.plain())))
			.map(Name::code);
	}

	private static boolean near(String one, String other) {
		if (one.length() < SHORTEST || other.length() < SHORTEST) {
			return one.equals(other) || other.endsWith(" " + one);
		}
		return other.startsWith(one) || distance(one, other) <= Math.max(1, other.length() / LETTERS_PER_SLIP);
	}

	private static String plain(String text) {
		return SearchableText.of(text);
	}

	static int distance(String one, String other) {
		int[] above = new int[other.length() + 1];
		for (int column = 0; column <= other.length(); column++) {
			above[column] = column;
		}
		for (int row = 1; row <= one.length(); row++) {
			int[] present = new int[other.length() + 1];
			present[0] = row;
			for (int column = 1; column <= other.length(); column++) {
				int replaced = above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
				present[column] = Math.min(replaced, Math.min(above[column], present[column - 1]) + 1);
			}
			above = present;
		}
		return above[other.length()];
	}

}
