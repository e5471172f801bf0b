package org.calltolocalaction.kernel.audit.proof;

import java.util.stream.Collectors;

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
		String path = proof.path()
			.stream()
			.map(hash -> '"' + hash.hex() + '"')
			.collect(Collectors.joining(",", "[", "]"));
		return "{\"checkpoint\":%s,\"entry\":%s,\"path\":%s,\"place\":%d}".formatted(checkpoint.text(), entry.text(),
				path, place);
	}

}
