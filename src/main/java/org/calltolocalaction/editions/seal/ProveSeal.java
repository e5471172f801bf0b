package org.calltolocalaction.editions.seal;

import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.kernel.audit.proof.CheckpointNumber;
import org.calltolocalaction.kernel.audit.proof.ConsistencyProof;
import org.calltolocalaction.kernel.audit.proof.ProveConsistency;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows everybody who kept the root of a published seal that what it covers was only
 * added to since. Of other checkpoints nobody outside has the root.
 */
@Service
@Transactional(readOnly = true)
public class ProveSeal {

	private final CallSeals seals;

	private final ProveConsistency prove;

	ProveSeal(CallSeals seals, ProveConsistency prove) {
		this.seals = seals;
		this.prove = prove;
	}

	/** Empty where this is no seal of that edition's call. */
	public Optional<ConsistencyProof> of(EditionYear year, CheckpointNumber checkpoint) {
		return seals.of(year)
			.stream()
			.filter(seal -> seal.checkpoint() == checkpoint.value())
			.findFirst()
			.flatMap(seal -> prove.since(checkpoint));
	}

}
