package org.calltolocalaction.coordination.operations;

import java.util.Optional;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.calltolocalaction.coordination.processes.NodeId;

/** Which failed steps are meant: all, those of a model, or those of one of its steps. */
public record JobFilter(Optional<ModelKey> model, Optional<NodeId> step) {

	public static final JobFilter ALL = new JobFilter(Optional.empty(), Optional.empty());

	/** From what was typed; what cannot be a model or a step is left out. */
	public static JobFilter of(String model, String step) {
		Optional<ModelKey> key = Optional.of(model).filter(ModelKey::isOne).map(ModelKey::new);
		return new JobFilter(key,
				Optional.of(step).filter(typed -> key.isPresent() && NodeId.isOne(typed)).map(NodeId::new));
	}

}
