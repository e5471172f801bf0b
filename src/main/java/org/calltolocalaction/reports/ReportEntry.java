package org.calltolocalaction.reports;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.pledges.PledgeContent;
import org.calltolocalaction.pledges.PledgeForm;

/**
 * One pledge as the report prints it. Holds what is meant for everyone and nothing else:
 * contact data never comes here.
 *
 * @param published whether the government consented to publication; without it the pledge
 * is only counted, in the coordinators' view
 * @param answers what may be read by the public
 */
public record ReportEntry(String reference, int revision, String governmentName, String governmentType, String country,
		String region, boolean published, Map<String, Object> answers) {

	/** What it says. */
	public PledgeContent content() {
		return new PledgeContent(Answers.of(answers));
	}

	/** The reference where there is none to read. */
	public String title() {
		String title = content().title();
		return title.isBlank() ? reference : title;
	}

	/**
	 * The same with what of it everybody may read now: what was frozen when more was
	 * public shows no more than that.
	 */
	ReportEntry asPublicNow(PledgeForm form) {
		return new ReportEntry(reference, revision, governmentName, governmentType, country, region, published,
				form.definition().readable(content().answers(), Reader.PUBLIC).asMap());
	}

	/** Every objective the pledge serves, main ones first, without repetition. */
	public Set<String> objectives() {
		return new LinkedHashSet<>(content().objectives());
	}

}
