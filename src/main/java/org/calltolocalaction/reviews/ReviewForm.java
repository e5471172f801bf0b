package org.calltolocalaction.reviews;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.calltolocalaction.forms.Audience;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormDefinition;
import org.calltolocalaction.forms.FormDefinitions;
import org.calltolocalaction.forms.Option;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.Revision;
import org.springframework.stereotype.Component;

/** The form on which a partner judges a pledge. */
@Component
public class ReviewForm {

	private final FormDefinitions forms;

	private final PledgeForm pledgeForm;

	private final Clock clock;

	ReviewForm(FormDefinitions forms, PledgeForm pledgeForm, Clock clock) {
		this.forms = forms;
		this.pledgeForm = pledgeForm;
		this.clock = clock;
	}

	public FormDefinition definition() {
		return forms.form("partner-review");
	}

	/** What the form needs to be shown to, or checked for, this reader of a revision on a page of this language. */
	public FormContext context(Revision judged, Person reader, Locale language) {
		List<Option> answers = pledgeForm.definition()
			.summary(judged.answers(), pledgeForm.context(language, reader.zone()), Audience.REVIEWERS)
			.sections()
			.stream()
			.flatMap(section -> section.rows().stream())
			.map(row -> new Option(row.path(), row.label()))
			.toList();
		return new FormContext(language, Map.of("pledgeAnswers", answers), LocalDate.now(clock.withZone(reader.zone())));
	}

}
