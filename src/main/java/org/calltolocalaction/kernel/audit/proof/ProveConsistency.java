package org.calltolocalaction.kernel.audit.proof;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows that the trail was only added to since a checkpoint, to whoever kept its root.
 * That takes some twenty hashes, however long the trail is.
 */
@Component
@Transactional(readOnly = true)
public class ProveConsistency {

	private final Checkpoints checkpoints;

	private final StoredTree stored;

	ProveConsistency(Checkpoints checkpoints, StoredTree stored) {
		this.checkpoints = checkpoints;
		this.stored = stored;
	}

	/** Up to the newest checkpoint; empty where there is no such earlier one. */
	public Optional<ConsistencyProof> since(CheckpointNumber earlier) {
		return checkpoints.find(earlier).flatMap(before -> checkpoints.newest().map(newest -> of(before, newest)));
	}

	private ConsistencyProof of(Checkpoint earlier, Checkpoint later) {
		return new ConsistencyProof(earlier, later,
				new TreeProof(new MerkleTree(later.size(), stored).consistency(earlier.size())));
	}

}
