package org.calltolocalaction.forms.model;

import java.util.Locale;
import java.util.Map;

/**
 * The texts of one component: English from the form, other languages from the file beside it. A text that is not
 * translated is shown in English, because a form with a gap is better than none.
 */
public record Wording(Map<String, String> english, Map<String, Map<String, String>> translated) {

	/** The text of that name in the reader's language, or null where the author wrote none. */
	public String text(String name, Locale locale) {
		String own = translated.getOrDefault(locale.getLanguage(), Map.of()).get(name);
		return own == null ? english.get(name) : own;
	}

	/** What a reader sees above the component. */
	public String label(Locale locale) {
		String label = text("label", locale);
		return label == null ? text("dateLabel", locale) : label;
	}

	/** What a sentence or a table calls the component: a question is too long for that. */
	public String name(Locale locale) {
		String name = text("name", locale);
		return name == null ? label(locale) : name;
	}

}
