package org.calltolocalaction.search;

import java.time.LocalDate;

/** One thing that is asked of what is listed. */
public sealed interface SearchCriterion {

	/**
	 * Words that stand beside each other in its text; the last one may go on where it is
	 * no phrase.
	 */
	record Text(String words, boolean phrase) implements SearchCriterion {
	}

	/** One of the key's known values. */
	record Code(String key, String code) implements SearchCriterion {
	}

	/** What stands behind a key that takes any text. */
	record Word(String key, String word) implements SearchCriterion {
	}

	/** A number, compared. */
	record Amount(String key, Comparison comparison, int number) implements SearchCriterion {
	}

	/** A day, compared; whose day it is, the list knows. */
	record Day(String key, Comparison comparison, LocalDate day) implements SearchCriterion {
	}

}
