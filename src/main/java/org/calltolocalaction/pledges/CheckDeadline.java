package org.calltolocalaction.pledges;

import org.springframework.stereotype.Service;

/** Gathers what the deadline check decides upon: when the pledge was first submitted, not when its review ended. */
@Service
public class CheckDeadline {

	public DeadlineFacts factsOf(PledgeReference reference) {
		throw new UnsupportedOperationException();
	}

}
