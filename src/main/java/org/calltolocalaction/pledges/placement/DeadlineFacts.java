package org.calltolocalaction.pledges.placement;

import org.calltolocalaction.editions.Timeliness;

/**
 * The facts upon which the deadline check decides.
 *
 * @param timeliness how the first submission stands to the deadline as it is now
 * @param reportFrozen whether the report of the edition whose call was answered is frozen
 * already
 */
public record DeadlineFacts(Timeliness timeliness, boolean reportFrozen) {
}
