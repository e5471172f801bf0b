package org.calltolocalaction.registry;

import org.calltolocalaction.pledges.OutcomeTakenBack;
import org.calltolocalaction.pledges.PledgeWithdrawn;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.reports.Errata;
import org.calltolocalaction.reports.PlacementGivenUp;
import org.calltolocalaction.reports.PledgeIncluded;
import org.calltolocalaction.reports.publication.PledgeUnpublished;
import org.calltolocalaction.reports.publication.PublicationResumed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the public list in step with the reports: with consent a pledge is public from
 * its inclusion on, for as long as nobody stops it.
 */
@Service
@Transactional
class PublishPledge {

	private final PublishedRows rows;

	private final Revisions revisions;

	private final Errata errata;

	PublishPledge(PublishedRows rows, Revisions revisions, Errata errata) {
		this.rows = rows;
		this.revisions = revisions;
		this.errata = errata;
	}

	@EventListener
	void on(PledgeIncluded included) {
		rows.remove(included.reference());
		if (revisions.revision(included.reference(), included.revision()).content().mayBePublished()
				&& errata.open(included.reference()).isEmpty()) {
			rows.publish(included.reference(), included.edition(), included.revision());
		}
	}

	@EventListener
	void on(PledgeUnpublished unpublished) {
		rows.remove(unpublished.reference());
	}

	@EventListener
	void on(PublicationResumed resumed) {
		rows.remove(resumed.reference());
		if (resumed.visible()) {
			rows.publish(resumed.reference(), resumed.edition(), resumed.revision());
		}
	}

	@EventListener
	void on(PledgeWithdrawn withdrawn) {
		rows.remove(withdrawn.reference());
	}

	@EventListener
	void on(PlacementGivenUp givenUp) {
		rows.remove(givenUp.reference());
	}

	@EventListener
	void on(OutcomeTakenBack takenBack) {
		rows.remove(takenBack.reference());
	}

}
