package org.calltolocalaction.search;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;

/**
 * Draws what a search proposes, some four hundred options, as HTML: see
 * docs/decisions/0023-forms-are-drawn-by-compiled-templates.md.
 */
public final class DrawnSuggestions {

	private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(null, ContentType.Html,
			DrawnSuggestions.class.getClassLoader(), "org.calltolocalaction.search.drawn");

	private DrawnSuggestions() {
	}

	/** The options of a {@code datalist}. */
	public static String options(List<Suggestion> suggestions) {
		TemplateOutput html = new StringOutput();
		TEMPLATES.render("suggestions.jte", Map.of("suggestions", suggestions), html);
		return html.toString();
	}

}
