package org.calltolocalaction.search;

import java.util.List;
import java.util.Map;
import org.calltolocalaction.kernel.text.CompiledTemplates;

/**
 * Draws what a search proposes, some four hundred options, as HTML: see
 * docs/decisions/0023-forms-are-drawn-by-compiled-templates.md.
 */
public final class DrawnSuggestions {

	private DrawnSuggestions() {
	}

	/** The options of a {@code datalist}. */
	public static String options(List<Suggestion> suggestions) {
		return CompiledTemplates.draw("search/suggestions", Map.of("suggestions", suggestions));
	}

}
