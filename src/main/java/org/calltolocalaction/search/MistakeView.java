package org.calltolocalaction.search;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A word that was not understood, on the page that was searched.
 *
 * @param link to what was probably meant
 */
public record MistakeView(SearchMistake mistake, Optional<String> link) {

	/**
	 * @param address of the page for another text in its box
	 */
	public static List<MistakeView> in(SearchQuery query, String typed, UnaryOperator<String> address) {
		return query.mistakes()
			.stream()
			.map(mistake -> new MistakeView(mistake, mistake.corrected(typed).map(address)))
			.toList();
	}

}
