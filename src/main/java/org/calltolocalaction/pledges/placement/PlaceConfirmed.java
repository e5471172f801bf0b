package org.calltolocalaction.pledges.placement;

import java.util.Set;
import org.calltolocalaction.governments.GovernmentStanding;
import org.calltolocalaction.governments.standing.StandingChanged;
import org.calltolocalaction.pledges.PledgeLifecycle;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Pledges;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has what is accepted of a government placed once the government is confirmed: its
 * process checks each pledge anew.
 */
@Component
class PlaceConfirmed {

	private final Pledges pledges;

	private final PledgeLifecycle lifecycle;

	PlaceConfirmed(Pledges pledges, PledgeLifecycle lifecycle) {
		this.pledges = pledges;
		this.lifecycle = lifecycle;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(StandingChanged changed) {
		if (changed.to() == GovernmentStanding.CONFIRMED) {
			lifecycle.placementQuestioned(
					pledges.referencesOf(changed.government().id().value(), Set.of(PledgeState.ACCEPTED)));
		}
	}

}
