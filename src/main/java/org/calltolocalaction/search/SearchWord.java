package org.calltolocalaction.search;

import java.util.ArrayList;
import java.util.List;

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
