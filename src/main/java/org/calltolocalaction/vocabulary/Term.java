package org.calltolocalaction.vocabulary;

import java.util.List;
import java.util.stream.Stream;

/**
 * One entry of a controlled list, in one language.
 *
 * @param code what is stored, the same in all languages
 * @param label its full wording
 * @param shortLabel a wording for tags, tables and charts; the full one where the list
 * has no shorter
 * @param number what stands before both, such as “GCM 15: ”; empty where nothing does
 */
public record Term(String code, String label, String shortLabel, String number) {

	/** One that goes by its name alone. */
	Term(String code, String label, String shortLabel) {
		this(code, label, shortLabel, "");
	}

	/**
	 * All that people call it: short and in full, with its number and without, so that it
	 * is found by each.
	 */
	public List<String> names() {
		return Stream.of(shortLabel, label, shortLabel.substring(number.length()), label.substring(number.length()))
			.distinct()
			.toList();
	}

}
