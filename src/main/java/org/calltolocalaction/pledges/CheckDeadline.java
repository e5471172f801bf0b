package org.calltolocalaction.pledges;

import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.Editions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the deadline check decides upon: when the pledge was first submitted, not when its review ended. */
@Service
public class CheckDeadline {

	private final Pledges pledges;

	private final Editions editions;

	CheckDeadline(Pledges pledges, Editions editions) {
		this.pledges = pledges;
		this.editions = editions;
	}

	/**
	 * Locks the edition, so that a deadline that is being moved at this moment is either read as moved, or finds this
	 * pledge among those to decide anew.
	 */
	@Transactional
	public DeadlineFacts factsOf(PledgeReference reference) {
		// The pledge before the edition, as everywhere: two who lock both never wait for each other.
		Pledge pledge = pledges.forChange(reference);
		Edition call = editions.forChange(pledge.call().orElseThrow());
		return new DeadlineFacts(call.deadline().timelinessOf(pledge.firstSubmittedAt().orElseThrow()),
				call.reportFrozen());
	}

}
