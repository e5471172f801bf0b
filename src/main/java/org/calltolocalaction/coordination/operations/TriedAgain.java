package org.calltolocalaction.coordination.operations;

import org.calltolocalaction.coordination.processes.ModelKey;
import org.calltolocalaction.coordination.processes.NodeId;

/** A step that was given one more try. */
public record TriedAgain(JobId job, ModelKey model, NodeId step, String about) {
}
