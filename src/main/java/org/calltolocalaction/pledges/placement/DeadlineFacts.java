package org.calltolocalaction.pledges.placement;

import org.calltolocalaction.editions.Timeliness;

/**
 * What the deadline check decides upon.
 *
 * @param timeliness how the first submission stands to the deadline as it is now
 * @param reportFrozen whether the report of the edition whose call was answered is frozen
 * already
 */
public record DeadlineFacts(Timeliness timeliness, boolean reportFrozen) {
}
