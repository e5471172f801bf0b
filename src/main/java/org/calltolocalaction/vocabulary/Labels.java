package org.calltolocalaction.vocabulary;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The vocabulary for templates, in the language of the page that is being made:
 * {@code ${@labels.of('countries', government.country)}}.
 */
@Component("labels")
public class Labels {

	private final Vocabulary vocabulary;

	Labels(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	public String of(String list, String code) {
		return vocabulary.label(list, code, LocaleContextHolder.getLocale());
	}

	public String shortOf(String list, String code) {
		return vocabulary.shortLabel(list, code, LocaleContextHolder.getLocale());
	}

}
