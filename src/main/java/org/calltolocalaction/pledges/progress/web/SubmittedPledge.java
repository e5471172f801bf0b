package org.calltolocalaction.pledges.progress.web;

import java.util.List;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.post.RefusedAddresses;
import org.calltolocalaction.post.RefusedAddresses.RefusedAddress;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

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

	/**
	 * What the page shows.
	 *
	 * @param keptChanges what the government had changed and not submitted; not for
	 * whoever looks on in a member's place
	 * @param undeliverable which of the addresses in its answers take no mail
	 */
	record View(FormSummary answers, List<MemberComments.Line> comments, List<FormSummary.Row> keptChanges,
			List<RefusedAddress> undeliverable) {
	}

	View of(Pledge pledge, Revision latest, Person member) {
		FormContext context = form.context(LocaleContextHolder.getLocale(), member.zone());
		return new View(form.definition().summary(latest.answers(), context, Reader.AUTHOR),
				comments.of(pledge, context), member.viewed() ? List.of() : keptChanges.of(pledge, latest, context),
				List.copyOf(refusedAddresses.among(form.definition().emails(latest.answers())).values()));
	}

}
