package org.calltolocalaction.kernel.audit.proof;

/**
 * An entry, and what leads from it to the root of a checkpoint.
 *
 * @param place of its leaf, from 0
 */
public record EntryProof(HashedEntry entry, long place, TreeProof proof, Checkpoint checkpoint) {

	/** Whether the entry as it is now is in the checkpoint. */
	public boolean holds() {
		return proof.includes(entry.leaf(), place, checkpoint.size(), checkpoint.root());
	}

	/** To be verified elsewhere, see docs/trail.md. */
	public String json() {
		return "{\"checkpoint\":%s,\"entry\":%s,\"path\":%s,\"place\":%d}".formatted(checkpoint.text(), entry.text(),
				proof.pathAsJson(), place);
	}

}
