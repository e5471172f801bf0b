package org.calltolocalaction.pledges;

import org.springframework.stereotype.Service;

/** Records on a pledge what the review's outcome, or the coordinators' decision, means for it. */
@Service
public class DecidePledge {

	/** The pledge is accepted; which edition it counts for is decided next. */
	public void accept(PledgeReference reference) {
		throw new UnsupportedOperationException();
	}

	/** The government is asked to change it. */
	public void requestChanges(PledgeReference reference) {
		throw new UnsupportedOperationException();
	}

	public void decline(PledgeReference reference) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The coordinators have to decide.
	 * @param reason why, as the decision table names it: {@code CONFLICTING}, {@code MISSING_REVIEW},
	 * {@code THREE_ROUNDS}
	 */
	public void referToCoordinators(PledgeReference reference, String reason) {
		throw new UnsupportedOperationException();
	}

}
