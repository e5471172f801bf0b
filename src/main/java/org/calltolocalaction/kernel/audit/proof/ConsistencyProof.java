package org.calltolocalaction.kernel.audit.proof;

/**
 * What shows that the trail of an earlier checkpoint is the beginning of that of a later
 * one: nothing that the earlier one covers was changed, taken out or put in since.
 */
public record ConsistencyProof(Checkpoint earlier, Checkpoint later, TreeProof proof) {

	public boolean holds() {
		return proof.extendsTo(later.size(), later.root(), earlier.size(), earlier.root());
	}

	/** To be verified elsewhere, see docs/trail.md. */
	public String json() {
		return "{\"checkpoint\":%s,\"earlier\":%s,\"path\":%s}".formatted(later.text(), earlier.text(),
				proof.pathAsJson());
	}

}
