package org.calltolocalaction.site;

import org.springframework.stereotype.Component;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.ITemplateEvent;
import org.thymeleaf.standard.expression.Fragment;

/**
 * Lets the layout add the product's name to a page's title: a page hands over its whole {@code <title>} element, and
 * Thymeleaf has no way to take the element's text alone.
 */
@Component("pageTitle")
class PageTitle {

	/** The expression that stands in the title's {@code th:text}; the layout evaluates it as if it were its own. */
	public String expressionOf(Fragment title) {
		ITemplateEvent first = title.getTemplateModel().get(0);
		String expression = first instanceof IOpenElementTag tag ? tag.getAttributeValue("th:text") : null;
		if (expression == null) {
			throw new IllegalStateException("A page's title is written as <title th:text=\"#{...}\">, not "
					+ title.getTemplateModel());
		}
		return expression;
	}

}
