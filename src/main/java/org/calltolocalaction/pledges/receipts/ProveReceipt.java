package org.calltolocalaction.pledges.receipts;

import java.util.Optional;
import org.calltolocalaction.editions.seal.CallSeals;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.kernel.audit.proof.Checkpoints;
import org.calltolocalaction.kernel.audit.proof.EntryProof;
import org.calltolocalaction.kernel.audit.proof.ProveEntry;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows that the submission of a receipt is on the trail, to whoever has the receipt: in
 * the published seal of a call where one covers it, whose root others have kept, else in
 * the newest checkpoint.
 */
@Service
@Transactional(readOnly = true)
public class ProveReceipt {

	private final SubmissionsOnTrail trail;

	private final ProveEntry prove;

	private final Checkpoints checkpoints;

	private final CallSeals seals;

	ProveReceipt(SubmissionsOnTrail trail, ProveEntry prove, Checkpoints checkpoints, CallSeals seals) {
		this.trail = trail;
		this.prove = prove;
		this.checkpoints = checkpoints;
		this.seals = seals;
	}

	/**
	 * Empty where the trail has no such submission, or none of its checkpoints has it
	 * yet.
	 */
	public Optional<EntryProof> of(PledgeReference reference, ContentHash sha256) {
		return trail.find(reference, sha256.value()).flatMap(this::of);
	}

	private Optional<EntryProof> of(EntryId entry) {
		Optional<EntryProof> newest = prove.of(entry);
		return newest.flatMap(proof -> seals.covering(proof.place()))
			.flatMap(seal -> checkpoints.covering(seal.size()))
			.flatMap(sealed -> prove.in(sealed, entry))
			.or(() -> newest);
	}

}
