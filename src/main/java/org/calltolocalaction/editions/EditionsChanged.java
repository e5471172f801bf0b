package org.calltolocalaction.editions;

/**
 * A coordinator opened or planned an edition, or took its opening back, in this
 * transaction: pledges that wait for the next edition may have one now, or wait again.
 *
 * @param before by which pledges were placed until now
 * @param after by which they are placed from now on
 */
public record EditionsChanged(EditionYear year, Act act, PlacementPolicy before, PlacementPolicy after) {

	/** The act of the coordinator. */
	public enum Act {

		OPENED, PLANNED, TAKEN_BACK

	}

}
