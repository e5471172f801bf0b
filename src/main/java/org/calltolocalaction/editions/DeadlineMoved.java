package org.calltolocalaction.editions;

/**
 * An edition's deadline was moved, in this transaction: placements that were decided by
 * the old one are decided anew.
 *
 * @param before by which pledges were placed until now
 * @param after by which they are placed from now on
 */
public record DeadlineMoved(EditionYear year, Deadline from, Deadline to, PlacementPolicy before,
		PlacementPolicy after) {
}
