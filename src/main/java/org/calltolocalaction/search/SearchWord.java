package org.calltolocalaction.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What stands between two spaces, or between quotes.
 *
 * @param at where it begins in what was typed
 */
record SearchWord(String typed, int at) {

	/** Quotes of any language are quotes; spaces between them part nothing. */
	static List<SearchWord> of(String text) {
		List<SearchWord> words = new ArrayList<>();
		int begin = -1;
		boolean quoted = false;
		for (int at = 0; at < text.length(); at++) {
			char letter = text.charAt(at);
			quoted ^= isQuote(letter);
			if (quoted || !Character.isWhitespace(letter)) {
				begin = begin < 0 ? at : begin;
			}
			else if (begin >= 0) {
				words.add(new SearchWord(text.substring(begin, at), begin));
				begin = -1;
			}
		}
		if (begin >= 0) {
			words.add(new SearchWord(text.substring(begin), begin));
		}
		return words;
	}

	/**
	 * The same words, those put together which only mean something beside each other.
	 * @param text in which they stand
	 */
	static List<SearchWord> together(List<SearchWord> words, String text, int most, Predicate<String> known) {
		List<SearchWord> together = new ArrayList<>();
		for (int first = 0; first < words.size();) {
			int last = Math.min(first + most, words.size()) - 1;
			while (last > first && !areOne(words.subList(first, last + 1), text, known)) {
				last--;
			}
			together.add(one(words.get(first), words.get(last), text));
			first = last + 1;
		}
		return together;
	}

	private static boolean areOne(List<SearchWord> words, String text, Predicate<String> known) {
		boolean plain = words.stream().noneMatch(word -> word.or() || word.quoted())
				&& words.stream().skip(1).noneMatch(SearchWord::negated);
		return plain && known.test(one(words.get(0), words.get(words.size() - 1), text).asked());
	}

	private static SearchWord one(SearchWord first, SearchWord last, String text) {
		return new SearchWord(text.substring(first.at, last.at + last.typed.length()), first.at);
	}

	boolean or() {
		return typed.equals("OR");
	}

	boolean negated() {
		return typed.length() > 1 && typed.charAt(0) == '-';
	}

	boolean quoted() {
		return isQuote(asked().charAt(0));
	}

	/** Without the sign of what is not wanted. */
	String asked() {
		return negated() ? typed.substring(1) : typed;
	}

	/** The same sign before something else. */
	String instead(String other) {
		return (negated() ? "-" : "") + other;
	}

	static String withoutQuotes(String text) {
		StringBuilder plain = new StringBuilder();
		text.chars().filter(letter -> !isQuote((char) letter)).forEach(letter -> plain.append((char) letter));
		return plain.toString().strip();
	}

	private static boolean isQuote(char letter) {
		return "\"“”„«»".indexOf(letter) >= 0;
	}

}
