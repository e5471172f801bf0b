package org.calltolocalaction.coordination.bulk;

import org.calltolocalaction.coordination.forecast.ForetoldId;

/**
 * That a coordinator wants what they have seen.
 *
 * @param once the name that the act will have: sent twice, it is done once
 * @param foreseen the fingerprint of the forecast that the coordinator has read
 */
public record Confirmation(ForetoldId once, String foreseen) {
}
