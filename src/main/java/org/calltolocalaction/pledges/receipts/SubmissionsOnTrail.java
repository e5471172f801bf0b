package org.calltolocalaction.pledges.receipts;

import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.stereotype.Component;

/** Where the trail has a submission of which a receipt speaks. */
@Component
class SubmissionsOnTrail {

	private static final Set<String> KINDS = Set.of("pledge.submitted", "pledge.resubmitted");

	private final AuditTrail trail;

	SubmissionsOnTrail(AuditTrail trail) {
		this.trail = trail;
	}

	/**
	 * The hash is of content that itself says its reference, version and moment, so that
	 * nothing else has to be compared.
	 */
	Optional<EntryId> find(PledgeReference reference, String sha256) {
		return trail.find(reference, KINDS, "sha256", sha256);
	}

}
