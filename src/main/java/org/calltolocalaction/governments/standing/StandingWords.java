package org.calltolocalaction.governments.standing;

import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.text.Text;

/** What coordinators say to a government: a question, or the reason of a decision. */
final class StandingWords {

	private StandingWords() {
	}

	/**
	 * As it may be stored.
	 * @throws Refused where nothing was said, or too much
	 */
	static String required(String typed) {
		String words = Text.trimmed(Text.PROSE.of(typed));
		if (words.isEmpty()) {
			throw new Refused("standing.refused.words-missing");
		}
		if (words.length() > DecideStanding.LONGEST_WORDS) {
			throw new Refused("standing.refused.words-long", DecideStanding.LONGEST_WORDS);
		}
		return words;
	}

}
