package org.calltolocalaction.governments.merging;

import java.time.Instant;
import org.calltolocalaction.governments.Government;

/**
 * Coordinators closed a government, or opened it again, in this transaction.
 *
 * @param closed whether it is closed now
 */
public record GovernmentClosed(Government government, boolean closed, String reason, Instant at) {
}
