package org.calltolocalaction.kernel.text;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Brings what is searched and what is typed into one shape, so that accents, hyphens and
 * full stops part nobody from what they look for. What is typed is reduced to letters and
 * digits: none of it can be an operator of the query.
 */
public final class SearchableText {

	/**
	 * Makes plain words of a text in SQL. The dictionary of {@code unaccent} may write
	 * quotes and brackets that were not there before; they become spaces.
	 */
	public static final String PLAIN_IN_SQL = "translate(unaccent(?), $$'\"()<>/\\&|!:*,.;-+=~^`$$, repeat(' ', 22))";

	/** One word and a prefix of it, each, all of them to be found. */
	public static final String QUERY_IN_SQL = """
			to_tsquery('simple', (select string_agg(word || ':*', ' & ')
			from regexp_split_to_table(%s, '\\s+') as word where word <> ''))""".formatted(PLAIN_IN_SQL);

	/** How many words are read of what was typed as one. */
	public static final int MOST_WORDS = 12;

	// The search index takes words of up to 2,047 bytes; the beginning of one finds it as
	// well.
	private static final int LONGEST_WORD = 100;

	private SearchableText() {
	}

	/** A text in small letters without accents and punctuation, for the index. */
	public static String of(String text) {
		return Arrays.stream(Text.comparable(text).split(" "))
			.filter(word -> !word.isEmpty())
			.map(SearchableText::shortened)
			.collect(Collectors.joining(" "));
	}

	private static String shortened(String word) {
		return word.codePointCount(0, word.length()) <= LONGEST_WORD ? word
				: word.substring(0, word.offsetByCodePoints(0, LONGEST_WORD));
	}

	/** The first words of what was typed; empty where none of it is a word. */
	public static String typed(String text) {
		return Arrays.stream(of(text).split(" ")).limit(MOST_WORDS).collect(Collectors.joining(" "));
	}

}
