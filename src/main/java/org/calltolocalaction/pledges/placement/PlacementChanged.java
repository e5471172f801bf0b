package org.calltolocalaction.pledges.placement;

import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * A pledge that has no outcome yet counts for another edition than before, in this
 * transaction: its government is to know. One that is accepted is placed anew by its
 * process, which tells its government then.
 *
 * @param edition the edition that was opened, planned, taken back or given another
 * deadline, or for which an extension was granted
 */
public record PlacementChanged(PledgeReference reference, Placement from, Placement to, Cause cause,
		EditionYear edition) {

	/** The act of a coordinator that has this consequence. */
	public enum Cause {

		OPENED, PLANNED, TAKEN_BACK, DEADLINE_MOVED, EXTENDED

	}

}
