package org.calltolocalaction.pledges;

import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator decides what the partners could not agree upon, and says to the
 * government why.
 */
@Service
public class ResolveDisagreement {

	private final Pledges pledges;

	private final PledgeLifecycle lifecycle;

	private final AuditTrail audit;

	ResolveDisagreement(Pledges pledges, PledgeLifecycle lifecycle, AuditTrail audit) {
		this.pledges = pledges;
		this.lifecycle = lifecycle;
		this.audit = audit;
	}

	/** Refused where somebody else decided meanwhile, or no reason is given. */
	@Transactional
	public void decide(PledgeReference reference, Outcome outcome, String reason, Person by) {
		by.requireCoordinator();
		Pledge pledge = pledges.forChange(reference);
		if (pledge.state() != PledgeState.DISAGREEMENT) {
			throw new Refused("pledges.refused.no-disagreement", reference.value());
		}
		if (Text.trimmed(reason).isEmpty()) {
			throw new Refused("pledges.refused.no-reason");
		}
		if (outcome == Outcome.DISAGREEMENT) {
			throw new IllegalArgumentException("A decision is to accept, to ask for changes or to decline");
		}
		pledge.explainDecision(Text.trimmed(reason));
		audit.record(AuditEntry.of("pledge.decided", reference)
			.by(by)
			.with("outcome", outcome)
			.personal("reason", Text.trimmed(reason)));
		lifecycle.disagreementDecided(reference, outcome);
	}

}
