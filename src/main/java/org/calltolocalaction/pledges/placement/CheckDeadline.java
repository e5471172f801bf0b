package org.calltolocalaction.pledges.placement;

import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.PlacementPolicy;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers what the deadline check decides upon: when the pledge was first submitted, not
 * when its review ended.
 */
@Service
public class CheckDeadline {

	private final Pledges pledges;

	private final Editions editions;

	private final CallPolicy callPolicy;

	CheckDeadline(Pledges pledges, Editions editions, CallPolicy callPolicy) {
		this.pledges = pledges;
		this.editions = editions;
		this.callPolicy = callPolicy;
	}

	/**
	 * Waits for whoever moves a deadline or opens an edition at this moment, and locks
	 * the edition, so that what is being changed is either read as changed, or finds this
	 * pledge among those to decide anew.
	 */
	@Transactional
	public DeadlineFacts factsOf(PledgeReference reference) {
		// The pledge before the edition, as everywhere: two who lock both never wait for
		// each other.
		Pledge pledge = pledges.forChange(reference);
		callPolicy.holdStill();
		pledge.call().ifPresent(editions::forChange);
		PlacementPolicy known = callPolicy.inOrder();
		return new DeadlineFacts(known.timeliness(pledge.submission()),
				pledge.call().filter(known::frozen).isPresent());
	}

}
