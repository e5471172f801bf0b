package org.calltolocalaction.coordination.processes;

import java.util.List;
import java.util.Optional;

/** What the engine knows of its models and of what runs on them. */
public interface RunningModels {

	/**
	 * The newest version of each model, and every older one on which something runs; by
	 * name, newest first.
	 */
	List<ModelVersion> all();

	/** One version as it is drawn. */
	Optional<ModelDrawing> drawing(ModelKey model, int version);

	/** Where something is; nodes where nothing is are left out. */
	List<StepCount> counts(ModelKey model, int version);

	/**
	 * What is at the node, in the order of the business keys.
	 * @param after the business key after which it goes on; empty for the first
	 */
	List<AtStep> at(ModelKey model, int version, NodeId node, String after, int most);

}
