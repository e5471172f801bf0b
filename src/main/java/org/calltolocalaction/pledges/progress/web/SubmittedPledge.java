package org.calltolocalaction.pledges.progress.web;

import java.util.List;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.post.RefusedAddresses;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Puts together what was submitted of a pledge, and what the partners and the mail server
 * answered to it.
 */
@Component
class SubmittedPledge {

	private final PledgeForm form;

	private final MemberComments comments;

	private final KeptChanges keptChanges;

	private final RefusedAddresses refusedAddresses;

	SubmittedPledge(PledgeForm form, MemberComments comments, KeptChanges keptChanges,
			RefusedAddresses refusedAddresses) {
		this.form = form;
		this.comments = comments;
		this.keptChanges = keptChanges;
		this.refusedAddresses = refusedAddresses;
	}

	void add(Pledge pledge, Revision latest, Person member, Model model) {
		FormContext context = form.context(LocaleContextHolder.getLocale(), member.zone());
		model.addAttribute("comments", comments.of(pledge, context));
		model.addAttribute("keptChanges", keptChanges.of(pledge, latest, context));
		model.addAttribute("undeliverable",
				List.copyOf(refusedAddresses.among(form.definition().emails(latest.answers())).values()));
		model.addAttribute("summary", form.definition().summary(latest.answers(), context, Reader.AUTHOR));
	}

}
