package org.calltolocalaction.forms;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.calltolocalaction.forms.view.FormsDialect;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/** Draws forms with the templates and messages of the desk, on a page of one line. */
final class Rendering {

	private static final SpringTemplateEngine TEMPLATES = templates();

	private Rendering() {
	}

	static String toFillIn(FormDefinition form, Answers answers, List<FieldError> errors, FormContext context) {
		FormView view = form.view(answers, errors, context);
		return drawn("error-summary :: summary(${it})", view, context)
				+ drawn("fields :: fields(${it})", view, context);
	}

	static String toRead(FormSummary summary, FormContext context) {
		return drawn("answers :: answers(${it})", summary, context);
	}

	static String drawn(String fragment, Object model, FormContext context) {
		return TEMPLATES.process("page " + fragment, new Context(context.locale(), Map.of("it", model)));
	}

	/** The templates as the desk has them, for whoever draws them otherwise. */
	static SpringTemplateEngine templates() {
		ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
		files.setPrefix("templates/");
		files.setSuffix(".html");
		files.setCharacterEncoding("UTF-8");
		files.setResolvablePatterns(Set.of("forms/*"));
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.addDialect(new FormsDialect());
		engine.addTemplateResolver(files);
		engine.addTemplateResolver(new PageOfOneFragment());
		engine.setTemplateEngineMessageSource(Given.messages());
		return engine;
	}

	private static final class PageOfOneFragment extends StringTemplateResolver {

		PageOfOneFragment() {
			setResolvablePatterns(Set.of("page *"));
		}

		@Override
		protected ITemplateResource computeTemplateResource(IEngineConfiguration configuration, String owner,
				String template, Map<String, Object> attributes) {
			return new StringTemplateResource(
					"<th:block th:replace=\"~{forms/" + template.substring("page ".length()) + "}\"/>");
		}

	}

}
