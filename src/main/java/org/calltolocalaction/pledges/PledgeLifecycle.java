package org.calltolocalaction.pledges;

import java.util.Collection;

/**
 * The flow of a pledge from its submission to its place in a report, as far as the
 * pledges need it: they say what happened, the process decides what comes next. Each call
 * takes part in the caller's transaction.
 */
public interface PledgeLifecycle {

	/**
	 * A draft was submitted, for the first time or since the pledge was revived: the
	 * lifecycle begins.
	 */
	void submitted(PledgeReference reference);

	/** The government answered a request for changes with a new revision. */
	void resubmitted(PledgeReference reference);

	/**
	 * The coordinators decided what the partners could not agree upon; never
	 * {@link Outcome#DISAGREEMENT}.
	 */
	void disagreementDecided(PledgeReference reference, Outcome outcome);

	/** The government withdrew the pledge: its lifecycle ends. */
	void withdrawn(PledgeReference reference);

	/**
	 * The deadline of these included pledges' call moved: the deadline check is made
	 * anew.
	 */
	void placementQuestioned(Collection<PledgeReference> included);

	/** The report in which these pledges stand was frozen: their lifecycle ends. */
	void frozen(Collection<PledgeReference> included);

}
