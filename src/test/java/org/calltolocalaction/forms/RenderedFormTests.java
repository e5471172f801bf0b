package org.calltolocalaction.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.forms.Given.aCompletePledge;
import static org.calltolocalaction.forms.Given.aFormOf;
import static org.calltolocalaction.forms.Given.english;
import static org.calltolocalaction.forms.Given.field;
import static org.calltolocalaction.forms.Given.posted;
import static org.calltolocalaction.forms.Given.thePledgeForm;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** What the templates make of a form. */
class RenderedFormTests {

	private static final SpringTemplateEngine TEMPLATES = templates();

	@Test
	void the_pledge_form_is_drawn_in_every_language_without_a_missing_text() {
		for (String language : List.of("en", "es", "fr")) {
			String html = filled(thePledgeForm(), Answers.empty(), List.of(), Given.in(Locale.forLanguageTag(language)));
			assertThat(html).doesNotContain("??").contains("name=\"title\"", "id=\"start-day\"", "<section");
		}
	}

	static String filled(FormDefinition form, Answers answers, List<FieldError> errors, FormContext context) {
		FormView view = form.view(answers, errors, context);
		return drawn("error-summary", "summary(${it})", view, context)
				+ drawn("fields", "fields(${it})", view, context);
	}

	static String read(FormSummary summary, FormContext context) {
		return drawn("answers", "answers(${it})", summary, context);
	}

	private static String drawn(String template, String fragment, Object model, FormContext context) {
		return TEMPLATES.process("page " + template + " " + fragment, new Context(context.locale(), Map.of("it", model)));
	}

	private static SpringTemplateEngine templates() {
		ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
		files.setPrefix("templates/");
		files.setSuffix(".html");
		files.setCharacterEncoding("UTF-8");
		files.setResolvablePatterns(java.util.Set.of("forms/*"));
		org.thymeleaf.templateresolver.StringTemplateResolver pages =
				new org.thymeleaf.templateresolver.StringTemplateResolver() {
					@Override
					protected org.thymeleaf.templateresource.ITemplateResource computeTemplateResource(
							org.thymeleaf.IEngineConfiguration configuration, String owner, String template,
							Map<String, Object> attributes) {
						String[] words = template.split(" ", 3);
						return new org.thymeleaf.templateresource.StringTemplateResource(
								"<th:block th:replace=\"~{forms/" + words[1] + " :: " + words[2] + "}\"/>");
					}
				};
		pages.setResolvablePatterns(java.util.Set.of("page *"));
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.addTemplateResolver(files);
		engine.addTemplateResolver(pages);
		engine.setTemplateEngineMessageSource(Given.messages());
		return engine;
	}

}
