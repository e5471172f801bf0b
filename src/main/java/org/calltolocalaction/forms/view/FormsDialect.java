package org.calltolocalaction.forms.view;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/**
 * Gives the pages, which Thymeleaf draws, the forms as {@code #forms}; the fragments in
 * {@code templates/forms} use it.
 */
@Component
public final class FormsDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

	private static final String FORMS = "forms";

	@Override
	public String getName() {
		return FORMS;
	}

	@Override
	public IExpressionObjectFactory getExpressionObjectFactory() {
		return this;
	}

	@Override
	public Set<String> getAllExpressionObjectNames() {
		return Set.of(FORMS);
	}

	@Override
	public Object buildObject(IExpressionContext context, String name) {
		return new DrawnForms(new Page((ITemplateContext) context));
	}

	@Override
	public boolean isCacheable(String name) {
		return true;
	}

}
