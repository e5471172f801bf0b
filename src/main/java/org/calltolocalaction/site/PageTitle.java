package org.calltolocalaction.site;

import org.thymeleaf.engine.TemplateModel;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.standard.expression.Fragment;

/**
 * Lets the layout add the product's name to a page's title: a page hands over its whole
 * {@code <title>} element, and Thymeleaf has no way to take the element's text alone.
 */
final class PageTitle {

	private PageTitle() {
	}

	/**
	 * The expression that stands in the title's {@code th:text}; the layout evaluates it
	 * as if it were its own.
	 */
	static String expressionOf(Fragment title) {
		TemplateModel element = title.getTemplateModel();
		String expression = null;
		for (int event = 0; event < element.size() && expression == null; event++) {
			expression = element.get(event) instanceof IOpenElementTag tag ? tag.getAttributeValue("th:text") : null;
		}
		if (expression == null) {
			throw new IllegalStateException("A page's title is written as <title th:text=\"#{...}\">, not " + element);
		}
		return expression;
	}

}
