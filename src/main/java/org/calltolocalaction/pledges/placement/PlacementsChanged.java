package org.calltolocalaction.pledges.placement;

import java.util.List;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.pledges.placement.PlacementChanges.Change;

/**
 * Pledges that have no outcome yet count for another edition than before, in this
 * transaction: their governments are to know. One that is accepted is placed anew by its
 * process, which tells its government then. All of an act are told of at once: there may
 * be thousands.
 *
 * @param changes in the order of the references, at least one
 * @param edition the edition that was opened, planned, taken back or given another
 * deadline, or for which an extension was granted
 */
public record PlacementsChanged(List<Change> changes, Cause cause, EditionYear edition) {

	/** The act of a coordinator that has this consequence. */
	public enum Cause {

		OPENED, PLANNED, TAKEN_BACK, DEADLINE_MOVED, EXTENDED

	}

}
