package org.calltolocalaction.reports;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.calltolocalaction.forms.Answers;

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
		Set<String> codes = new LinkedHashSet<>();
		for (String list : List.of("mainGcmObjectives", "furtherGcmObjectives", "gcrObjectives")) {
			codes.addAll(content().list(list));
		}
		return codes;
	}

}
