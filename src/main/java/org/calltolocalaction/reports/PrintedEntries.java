package org.calltolocalaction.reports;

import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.pledges.PledgeContent;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.Revisions;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one place in which what is kept of an entry becomes what somebody reads, whether
 * its report is frozen or still grows: whatever a reader may not see has to be left out
 * here.
 */
@Component
class PrintedEntries {

	private final Revisions revisions;

	private final PledgeForm form;

	private final JsonMapper json;

	PrintedEntries(Revisions revisions, PledgeForm form, JsonMapper json) {
		this.revisions = revisions;
		this.form = form;
		this.json = json;
	}

	/**
	 * As it was frozen, as far as everybody may read it now, or as it would be if it were
	 * frozen now.
	 */
	ReportEntry of(EntryRow row) {
		return row.content()
			.map(frozen -> json.readValue(frozen, ReportEntry.class).asPublicNow(form))
			.orElseGet(() -> growing(row, revisions.revision(row.reference(), row.revision()).answers()));
	}

	/** What a freeze keeps of an accepted pledge. */
	ReportEntry of(Inclusion inclusion, Government government, Answers answers) {
		return new ReportEntry(inclusion.reference().value(), inclusion.revision(), government.name(),
				government.type(), government.country(), government.region(),
				new PledgeContent(answers).mayBePublished(), form.publicAnswers(answers).asMap());
	}

	String frozen(ReportEntry entry) {
		return json.writeValueAsString(entry);
	}

	private ReportEntry growing(EntryRow row, Answers answers) {
		return new ReportEntry(row.reference().value(), row.revision(), row.governmentName(), row.governmentType(),
				row.country(), row.region(), row.published(), form.publicAnswers(answers).asMap());
	}

}
