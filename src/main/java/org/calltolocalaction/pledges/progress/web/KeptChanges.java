package org.calltolocalaction.pledges.progress.web;

import java.util.List;
import java.util.Set;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.Revision;
import org.springframework.stereotype.Component;

/**
 * Shows a government what it had changed and not submitted when its pledge went back
 * before the partners: it is kept.
 */
@Component
class KeptChanges {

	private final PledgeForm form;

	KeptChanges(PledgeForm form) {
		this.form = form;
	}

	/**
	 * The answers that differ from what was submitted; none while they can be changed,
	 * where the form shows them.
	 */
	List<FormSummary.Row> of(Pledge pledge, Revision latest, FormContext context) {
		if (!pledge.rounds().changesKept() || pledge.state().editable()) {
			return List.of();
		}
		List<FormSummary.Row> submitted = rows(latest.answers(), context);
		Set<String> changed = latest.answers().difference(pledge.answers());
		return rows(pledge.answers(), context).stream()
			.filter(row -> changed.contains(row.path().split("[.\\[]")[0]))
			.filter(row -> submitted.stream()
				.noneMatch(one -> one.path().equals(row.path()) && one.answer().equals(row.answer())))
			.toList();
	}

	private List<FormSummary.Row> rows(Answers answers, FormContext context) {
		return form.definition()
			.summary(answers, context, Reader.AUTHOR)
			.sections()
			.stream()
			.flatMap(section -> section.rows().stream())
			.toList();
	}

}
