package org.calltolocalaction.reports;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.pledges.PledgeForm;

/**
 * One pledge as the report prints it. Holds what is meant for everyone and nothing else: contact data never comes here.
 *
 * @param published whether the government consented to publication; without it the pledge is only counted, in the
 * coordinators' view
 * @param answers what may be read by the public
 */
public record ReportEntry(String reference, int revision, String governmentName, String governmentType, String country,
		String region, boolean published, Map<String, Object> answers) {

	public Answers content() {
		return Answers.of(answers);
	}

	public String title() {
		return content().text("title");
	}

	/** Every objective the pledge serves, main ones first, without repetition. */
	public Set<String> objectives() {
		return new LinkedHashSet<>(PledgeForm.objectives(content()));
	}

}
