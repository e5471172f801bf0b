package org.calltolocalaction.pledges;

import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.kernel.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells a pledge that the reports gave it its place. */
@Service
public class PlacePledge {

	private final Pledges pledges;

	private final AuditTrail audit;

	PlacePledge(Pledges pledges, AuditTrail audit) {
		this.pledges = pledges;
		this.audit = audit;
	}

	/** @param why how it came there, as the deadline check names it */
	@Transactional
	public Pledge included(PledgeReference reference, EditionYear edition, String why) {
		Pledge pledge = pledges.forChange(reference);
		pledge.include();
		audit.record(reference.value(), "pledge.included", AuditTrail.THE_DESK, edition + " " + why);
		return pledge;
	}

}
