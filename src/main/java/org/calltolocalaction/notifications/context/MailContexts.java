package org.calltolocalaction.notifications.context;

import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.pledges.signoff.SubmittedSignOffs;
import org.calltolocalaction.reviews.Reviews;
import org.springframework.stereotype.Component;

/** Gathers what the mails about a submitted pledge are written from. */
@Component
public class MailContexts {

	private final Pledges pledges;

	private final Revisions revisions;

	private final Reviews reviews;

	private final Governments governments;

	private final SubmittedSignOffs signOffs;

	private final PledgeForm form;

	MailContexts(Pledges pledges, Revisions revisions, Reviews reviews, Governments governments,
			SubmittedSignOffs signOffs, PledgeForm form) {
		this.pledges = pledges;
		this.revisions = revisions;
		this.reviews = reviews;
		this.governments = governments;
		this.signOffs = signOffs;
		this.form = form;
	}

	public MailContext of(PledgeReference reference) {
		Pledge pledge = pledges.pledge(reference);
		Revision newest = revisions.latestOf(pledge);
		return new MailContext(pledge, newest, form.title(reference, newest.answers(), Reader.PARTNER),
				governments.government(pledge.government()), signOffs.of(reference, newest.number()),
				reviews.of(reference));
	}

}
