package org.calltolocalaction.pledges;

import java.util.Optional;
import java.util.function.Consumer;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records on a pledge what the review's outcome, or the coordinators' decision, means for
 * it.
 */
@Service
public class DecidePledge {

	private final Pledges pledges;

	private final Placements placements;

	private final CallPolicy callPolicy;

	private final AuditTrail audit;

	DecidePledge(Pledges pledges, Placements placements, CallPolicy callPolicy, AuditTrail audit) {
		this.pledges = pledges;
		this.placements = placements;
		this.callPolicy = callPolicy;
		this.audit = audit;
	}

	/** The pledge is accepted; which edition it counts for is decided next. */
	@Transactional
	public void accept(PledgeReference reference) {
		// The deadline check follows in the same transaction, after mails have been
		// written: the order of editions comes before these, and after the pledge.
		pledges.forChange(reference);
		callPolicy.holdStill();
		change(reference, AuditEntry.of("pledge.accepted", reference), Pledge::accept);
	}

	/** The government is asked to change it. */
	@Transactional
	public void requestChanges(PledgeReference reference) {
		change(reference, AuditEntry.of("pledge.changes-requested", reference), Pledge::requestChanges);
	}

	@Transactional
	public void decline(PledgeReference reference) {
		change(reference, AuditEntry.of("pledge.declined", reference), Pledge::decline);
	}

	/**
	 * The coordinators have to decide.
	 * @param reason why, as the decision table says
	 */
	@Transactional
	public void referToCoordinators(PledgeReference reference, DisagreementReason reason) {
		change(reference, AuditEntry.of("pledge.disagreement", reference).with("disagreementReason", reason),
				Pledge::referToCoordinators);
	}

	/**
	 * A coordinator has a partner judge it once more: what it had come to is taken back,
	 * with its place in a report.
	 */
	@Transactional
	public void sendBackToPartners(PledgeReference reference, Person by) {
		Pledge pledge = pledges.forChange(reference);
		PledgeState outcome = pledge.state();
		Optional<Placement> place = outcome == PledgeState.INCLUDED ? Optional.of(placements.countsFor(pledge))
				: Optional.empty();
		pledge.sendBackToPartners();
		audit.record(AuditEntry.of("pledge.sent-back-to-partners", reference)
			.by(by)
			.with("placement", place)
			.with("state", outcome));
		pledges.saveAndFlush(pledge);
	}

	private void change(PledgeReference reference, AuditEntry entry, Consumer<Pledge> transition) {
		transition.accept(pledges.forChange(reference));
		audit.record(entry);
	}

}
