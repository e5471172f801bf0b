package org.calltolocalaction.coordination.operations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The engine and its nodes. */
public interface EngineStanding {

	/** The version of the engine. */
	String engine();

	/** The release of the models that this program carries. */
	int modelsHere();

	/** The release that was deployed last, by whichever program. */
	Optional<Integer> modelsDeployed();

	/** Every desk that has said within the last minute that it is there. */
	List<Node> nodes();

	/** A running desk. */
	record Node(String host, Instant startedAt, Instant seenAt) {
	}

}
