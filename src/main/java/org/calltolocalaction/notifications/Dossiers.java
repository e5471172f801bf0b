package org.calltolocalaction.notifications;

import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.reviews.Reviews;
import org.springframework.stereotype.Component;

/** Gathers what the mails about a submitted pledge are written from. */
@Component
class Dossiers {

	private final Pledges pledges;

	private final Revisions revisions;

	private final Reviews reviews;

	private final Governments governments;

	Dossiers(Pledges pledges, Revisions revisions, Reviews reviews, Governments governments) {
		this.pledges = pledges;
		this.revisions = revisions;
		this.reviews = reviews;
		this.governments = governments;
	}

	Dossier of(PledgeReference reference) {
		Pledge pledge = pledges.pledge(reference);
		return new Dossier(pledge, revisions.latestOf(pledge), governments.government(pledge.government()),
				reviews.of(reference));
	}

}
