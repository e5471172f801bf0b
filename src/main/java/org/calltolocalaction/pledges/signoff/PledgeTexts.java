package org.calltolocalaction.pledges.signoff;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.Change;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.forms.Validation;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeQuestion;
import org.springframework.stereotype.Component;

/**
 * Takes out of the answers what the head of a government reads and approves: all that
 * partners read, and whether it may be published. Contact details stay with the members:
 * a link can be passed on, and a new telephone number is no new text.
 */
@Component
public class PledgeTexts {

	private static final Pattern ROW = Pattern.compile("\\.\\d+(?=\\.|$)");

	private final PledgeForm form;

	PledgeTexts(PledgeForm form) {
		this.form = form;
	}

	/**
	 * The text that these answers are, as it would be submitted: what was only trimmed,
	 * or is hidden by another answer, is no part of it.
	 */
	public PledgeText of(Answers answers) {
		return ofSubmitted(validated(answers).answers());
	}

	/** The same of answers that were cleaned already. */
	PledgeText ofSubmitted(Answers cleaned) {
		String consent = PledgeQuestion.CONSENT.key();
		return PledgeText
			.of(form.definition().readable(cleaned, Reader.PARTNER).with(consent, cleaned.value(consent).orElse(null)));
	}

	/** Whether all that has to be answered is. */
	public boolean complete(Answers answers) {
		return validated(answers).isValid();
	}

	/** The text to be read, without the questions of which it has no answers. */
	public FormSummary summary(PledgeText text, Locale language, ZoneId zone) {
		Set<String> open = form.definition().readableBy(Reader.PARTNER);
		FormSummary all = form.definition().summary(text.answers(), form.context(language, zone), Reader.AUTHOR);
		return new FormSummary(all.formId(),
				all.sections()
					.stream()
					.map(section -> new FormSummary.Section(section.id(), section.title(),
							section.rows().stream().filter(row -> read(row.path(), open)).toList()))
					.filter(section -> !section.rows().isEmpty())
					.toList(),
				null);
	}

	/** What reads differently in the newer text, by the names of the questions. */
	public List<String> changed(PledgeText before, PledgeText after, Locale language) {
		return form.definition()
			.changes(before.answers(), after.answers(), form.context(language, ZoneOffset.UTC), Reader.AUTHOR)
			.stream()
			.map(Change::label)
			.distinct()
			.toList();
	}

	private Validation validated(Answers answers) {
		return form.validate(answers, Locale.ENGLISH, ZoneOffset.UTC);
	}

	private static boolean read(String path, Set<String> open) {
		return path.equals(PledgeQuestion.CONSENT.key()) || open.contains(ROW.matcher(path).replaceAll(""));
	}

}
