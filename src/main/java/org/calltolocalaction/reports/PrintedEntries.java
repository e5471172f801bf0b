package org.calltolocalaction.reports;

import java.time.Instant;
import java.util.Map;
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

	private final Errata errata;

	private final JsonMapper json;

	PrintedEntries(Revisions revisions, PledgeForm form, Errata errata, JsonMapper json) {
		this.revisions = revisions;
		this.form = form;
		this.errata = errata;
		this.json = json;
	}

	/**
	 * As it was frozen, as far as everybody may read it now, or as it would be if it were
	 * frozen now. Of what was taken out since, nothing but its place.
	 */
	PrintedEntry of(EntryRow row) {
		return new PrintedEntry(row.erratum().isPresent() ? place(row) : entry(row), row.erratum());
	}

	private ReportEntry entry(EntryRow row) {
		return row.content()
			.map(frozen -> json.readValue(frozen, ReportEntry.class).asPublicNow(form))
			.orElseGet(() -> growing(row, revisions.revision(row.reference(), row.revision()).answers()));
	}

	/**
	 * What a freeze keeps of an accepted pledge. One that was taken out before is counted
	 * only; one that was taken out since stays, behind its erratum.
	 */
	ReportEntry of(Inclusion inclusion, Government government, Answers answers, Instant frozenAt) {
		boolean takenOut = errata.open(inclusion.reference())
			.stream()
			.anyMatch(erratum -> erratum.takenOutAt().isBefore(frozenAt));
		return new ReportEntry(inclusion.reference().value(), inclusion.revision(), government.name(),
				government.type(), government.country(), government.region(),
				new PledgeContent(answers).mayBePublished() && !takenOut, form.publicAnswers(answers).asMap());
	}

	String frozen(ReportEntry entry) {
		return json.writeValueAsString(entry);
	}

	private static ReportEntry place(EntryRow row) {
		return new ReportEntry(row.reference().value(), row.revision(), "", "", row.country(), row.region(), false,
				Map.of());
	}

	private ReportEntry growing(EntryRow row, Answers answers) {
		return new ReportEntry(row.reference().value(), row.revision(), row.governmentName(), row.governmentType(),
				row.country(), row.region(), row.published(), form.publicAnswers(answers).asMap());
	}

}
