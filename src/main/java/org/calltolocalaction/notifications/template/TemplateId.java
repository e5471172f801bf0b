package org.calltolocalaction.notifications.template;

import java.util.Locale;
import org.calltolocalaction.kernel.text.Languages;

/** What mails of one template say in one language. */
public record TemplateId(MailTemplate template, Locale language) {

	public TemplateId {
		language = Languages.nearest(language);
	}

	/** As the trail names it, such as {@code receipt.fr}. */
	@Override
	public String toString() {
		return template.code() + "." + language.getLanguage();
	}

}
