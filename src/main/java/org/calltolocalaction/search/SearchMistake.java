package org.calltolocalaction.search;

import java.util.Optional;

/**
 * A word of a search that was not understood.
 *
 * @param word as it was typed
 * @param proposal the nearest word that is right, where there is one that is near
 * @param at where the word begins in what was typed
 */
public record SearchMistake(String word, Reason reason, Optional<String> proposal, int at) {

	/** What is wrong with it. */
	public enum Reason {

		UNKNOWN_KEY, UNKNOWN_VALUE, VALUE_MISSING, NO_NUMBER, NO_DAY, NOT_COMPARABLE, NOTHING_TO_CHOOSE, TOO_MANY

	}

	/** What was typed, with the proposal in the place of the mistake. */
	public Optional<String> corrected(String typed) {
		return proposal.map(right -> typed.substring(0, at) + right + typed.substring(at + word.length()));
	}

}
