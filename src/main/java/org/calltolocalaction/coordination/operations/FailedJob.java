package org.calltolocalaction.coordination.operations;

import java.time.Instant;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.calltolocalaction.coordination.processes.NodeId;

/**
 * A step that has given up, after it was tried several times.
 *
 * @param stepName as the model calls it
 * @param about the business key of its process
 * @param since when it gave up
 * @param technical what an engineer wants to read, some lines of it
 */
public record FailedJob(JobId id, ModelKey model, NodeId step, String stepName, String about, Instant since,
		Trouble trouble, String technical) {
}
