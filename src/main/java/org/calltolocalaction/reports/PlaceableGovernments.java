package org.calltolocalaction.reports;

import java.time.Instant;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.standing.ConfirmedGovernments;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.placement.PlacementReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says whose pledges can have a place in a report: those of governments that coordinators
 * have confirmed. The others keep what the law of the deadline gives them, and wait.
 */
@Component
public class PlaceableGovernments {

	private final ConfirmedGovernments confirmed;

	private final Governments governments;

	private final CallPolicy callPolicy;

	PlaceableGovernments(ConfirmedGovernments confirmed, Governments governments, CallPolicy callPolicy) {
		this.confirmed = confirmed;
		this.governments = governments;
		this.callPolicy = callPolicy;
	}

	/** Whether it is one of them, and stays so until this transaction ends. */
	@Transactional(propagation = Propagation.MANDATORY)
	boolean hold(Pledge pledge) {
		return confirmed.hold(pledge.government());
	}

	/** Whether it is one of them now. */
	@Transactional(readOnly = true)
	public boolean confirmed(Pledge pledge) {
		return governments.government(pledge.government()).confirmed();
	}

	/**
	 * Why it does not stand in the report of the edition whose call it answered. What
	 * seems to have been decided too late may have missed it because its government was
	 * not confirmed by then.
	 * @param reason what the law of the deadline says
	 */
	@Transactional(readOnly = true)
	public PlacementReason why(Pledge pledge, PlacementReason reason) {
		if (reason != PlacementReason.DECIDED_AFTER_FREEZE) {
			return reason;
		}
		Government government = governments.government(pledge.government());
		boolean inTime = pledge.call()
			.map(callPolicy::edition)
			.flatMap(Edition::frozenAt)
			.filter(frozen -> confirmedBy(government, frozen))
			.isPresent();
		return inTime ? reason : PlacementReason.GOVERNMENT_UNCONFIRMED;
	}

	private static boolean confirmedBy(Government government, Instant frozen) {
		return government.confirmed() && !government.standingSince().isAfter(frozen);
	}

}
