package org.calltolocalaction.reports;

import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.stereotype.Service;

/**
 * Gives an accepted pledge its place in exactly one edition's report, and moves it where a moved deadline decided
 * anew. Called by the process after the deadline check.
 */
@Service
public class IncludePledge {

	/** It stands in the report of the edition whose call it answered. */
	public void inThisEdition(PledgeReference reference) {
		throw new UnsupportedOperationException();
	}

	/**
	 * It is carried over to the next edition.
	 * @param reason {@code LATE} or {@code DECIDED_AFTER_FREEZE}
	 */
	public void inNextEdition(PledgeReference reference, String reason) {
		throw new UnsupportedOperationException();
	}

}
