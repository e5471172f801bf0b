package org.calltolocalaction.coordination.trail;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.kernel.audit.proof.Checkpoint;
import org.calltolocalaction.kernel.audit.proof.Checkpoints;
import org.calltolocalaction.kernel.audit.proof.EntryProof;
import org.calltolocalaction.kernel.audit.proof.ExportTrail;
import org.calltolocalaction.kernel.audit.proof.ProveEntry;
import org.calltolocalaction.kernel.audit.proof.Verification;
import org.calltolocalaction.kernel.audit.proof.VerifyTrail;
import org.springframework.stereotype.Component;

/** What coordinators can have shown of the trail: that it is what it was. */
@Component
public class TrailProof {

	private final Checkpoints checkpoints;

	private final VerifyTrail verify;

	private final ExportTrail export;

	private final ProveEntry prove;

	/** It keeps a processor busy for seconds: whoever comes second comes again. */
	private final Semaphore verifying = new Semaphore(1);

	TrailProof(Checkpoints checkpoints, VerifyTrail verify, ExportTrail export, ProveEntry prove) {
		this.checkpoints = checkpoints;
		this.verify = verify;
		this.export = export;
		this.prove = prove;
	}

	/**
	 * What the trail is held to at this moment.
	 *
	 * @param waiting how many entries are in no checkpoint yet, as far as is counted
	 * @param more whether there are more than that
	 */
	public record Standing(Optional<Checkpoint> newest, long waiting, boolean more) {
	}

	public Standing standing(Person by) {
		by.requireOversight();
		long waiting = checkpoints.waiting();
		return new Standing(checkpoints.newest(), Math.min(waiting, Checkpoints.COUNTED),
				waiting > Checkpoints.COUNTED);
	}

	public Verification verify(Person by) {
		by.requireOversight();
		if (!verifying.tryAcquire()) {
			throw new Refused("trail.verify.busy");
		}
		try {
			return verify.verify();
		}
		finally {
			verifying.release();
		}
	}

	/** All that checkpoints cover, without what persons wrote. */
	public void export(Person by, OutputStream out) throws IOException {
		by.requireOversight();
		export.to(out);
	}

	/** That an entry is on the trail. */
	public EntryProof proof(EntryId entry, Person by) {
		by.requireOversight();
		return prove.of(entry).orElseThrow(() -> new NotFound("A proof of entry " + entry));
	}

}
