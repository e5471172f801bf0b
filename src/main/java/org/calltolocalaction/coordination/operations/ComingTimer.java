package org.calltolocalaction.coordination.operations;

import java.time.Instant;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.calltolocalaction.coordination.processes.NodeId;

/**
 * A timer that waits.
 *
 * @param stepName as the model calls it
 * @param about the business key of its process
 */
public record ComingTimer(Instant due, ModelKey model, NodeId step, String stepName, String about) {
}
