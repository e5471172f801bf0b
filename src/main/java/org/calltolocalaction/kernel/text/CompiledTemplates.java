package org.calltolocalaction.kernel.text;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;

/**
 * Draws what repeats on a page, such as the fields of a form or the lines of a list, by
 * the templates of {@code src/main/jte}, which the build compiles: see
 * docs/decisions/0023-forms-are-drawn-by-compiled-templates.md.
 */
public final class CompiledTemplates {

	private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

	private CompiledTemplates() {
	}

	/**
	 * The template's HTML.
	 * @param template such as {@code forms/fields}
	 * @param values what it draws, each by the name of its parameter
	 */
	public static String draw(String template, Map<String, Object> values) {
		TemplateOutput html = new StringOutput();
		ENGINE.render(template + ".jte", values, html);
		return html.toString();
	}

}
