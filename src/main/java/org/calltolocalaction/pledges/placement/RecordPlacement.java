package org.calltolocalaction.pledges.placement;

import java.time.Clock;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells a pledge that the reports gave it its place. */
@Service
public class RecordPlacement {

	private final Pledges pledges;

	private final AuditTrail audit;

	private final Clock clock;

	RecordPlacement(Pledges pledges, AuditTrail audit, Clock clock) {
		this.pledges = pledges;
		this.audit = audit;
		this.clock = clock;
	}

	/** It has its place in this edition's report. */
	@Transactional
	public Pledge included(PledgeReference reference, EditionYear edition, PlacementReason why) {
		Pledge pledge = pledges.forChange(reference);
		pledge.include();
		audit.record(AuditEntry.of("pledge.included", reference)
			.with("edition", edition.value())
			.with("placementReason", why));
		return pledge;
	}

	/**
	 * It has no place before its government is confirmed, and counts for this edition
	 * meanwhile.
	 */
	@Transactional
	public void awaitsConfirmation(PledgeReference reference, Placement meanwhile, PlacementReason why) {
		audit.record(AuditEntry.of("pledge.awaits-confirmation", reference)
			.with("placement", meanwhile)
			.with("placementReason", why));
	}

	/**
	 * There is no edition that can take it: it waits for the next that a coordinator
	 * opens or plans.
	 * @param next with the year in which that one is expected
	 */
	@Transactional
	public void awaitsNextEdition(PledgeReference reference, Placement next, PlacementReason why) {
		Pledge pledge = pledges.forChange(reference);
		if (pledge.editions().waitingSince().isEmpty()) {
			pledge.awaitNextEdition(clock.instant());
			audit.record(AuditEntry.of("pledge.awaits-next-edition", reference)
				.with("placement", next)
				.with("placementReason", why));
		}
	}

}
