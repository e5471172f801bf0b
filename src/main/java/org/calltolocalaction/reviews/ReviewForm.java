package org.calltolocalaction.reviews;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormDefinition;
import org.calltolocalaction.forms.FormDefinitions;
import org.calltolocalaction.identity.Person;
import org.springframework.stereotype.Component;

/** The form on which a partner judges a pledge. */
@Component
public class ReviewForm {

	private final FormDefinitions forms;

	private final Clock clock;

	ReviewForm(FormDefinitions forms, Clock clock) {
		this.forms = forms;
		this.clock = clock;
	}

	public FormDefinition definition() {
		return forms.form("partner-review");
	}

	/** What the form needs to be shown to, or checked for, this reader on a page of this language. */
	public FormContext context(Person reader, Locale language) {
		return new FormContext(language, Map.of(), LocalDate.now(clock.withZone(reader.zone())));
	}

}
