package org.calltolocalaction.forms.view;

import org.calltolocalaction.forms.FieldError;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;

/**
 * The page on which a form is drawn: its language, and what it says of itself in its
 * variables.
 */
public final class Page {

	private final ITemplateContext context;

	Page(ITemplateContext context) {
		this.context = context;
	}

	/** A sentence of the desk, in the language of the page. */
	public String says(String key, Object... arguments) {
		return context.getMessage(null, key, arguments, true);
	}

	/** What is wrong with a field. */
	public String says(FieldError error) {
		return says(error.messageKey(), error.getArguments());
	}

	/** Where the files are; null where the page's reader may not have them. */
	public @Nullable String filesAddress() {
		return (String) context.getVariable("filesAddress");
	}

	/**
	 * The language in which the answers were written, to be read out in it; null where
	 * the page does not know it.
	 */
	public @Nullable String textLanguage() {
		return (String) context.getVariable("textLanguage");
	}

}
