package org.calltolocalaction.governments.letters;

import java.io.IOException;
import java.io.InputStream;

/**
 * Looks at what a letter really is, and takes from it what it tells beyond what it shows.
 * A port, because the pledges know how files are checked, and they know the governments.
 */
public interface CheckLetters {

	/** The result of looking at one. */
	sealed interface Result {

	}

	/**
	 * It may be kept.
	 *
	 * @param name a harmless one, which says the truth about its type
	 * @param type its media type
	 */
	record Fit(String name, String type) implements Result {
	}

	/**
	 * It may not.
	 *
	 * @param messageKey of a sentence about the file, which takes its name
	 */
	record Unfit(String messageKey) implements Result {
	}

	/** Takes what is to be kept. */
	@FunctionalInterface
	interface Keeper {

		void keep(Fit letter, InputStream content) throws IOException;

	}

	/** Has the clean copy kept where it is fit. */
	Result check(SentLetter letter, Keeper keeper) throws IOException;

}
