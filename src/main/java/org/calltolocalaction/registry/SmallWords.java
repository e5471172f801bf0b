package org.calltolocalaction.registry;

import java.util.Set;
import org.calltolocalaction.kernel.text.SearchableText;

/**
 * Words that join others and say nothing by themselves, in the three languages. Beside
 * any other word they are not looked for: who types “mujeres de África” means two words.
 */
final class SmallWords {

	private static final Set<String> ALL = Set.of("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the",
			"to", "with", "al", "con", "de", "del", "e", "el", "en", "la", "las", "los", "o", "para", "por", "y", "au",
			"aux", "avec", "d", "dans", "des", "du", "et", "l", "le", "les", "ou", "pour", "sur", "una", "une");

	private SmallWords() {
	}

	static boolean has(String word) {
		return ALL.contains(SearchableText.of(word));
	}

}
