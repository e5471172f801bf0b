package org.calltolocalaction.pledges;

import java.util.function.Consumer;
import org.calltolocalaction.identity.Person;
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

	private final AuditTrail audit;

	DecidePledge(Pledges pledges, Placements placements, AuditTrail audit) {
		this.pledges = pledges;
		this.placements = placements;
		this.audit = audit;
	}

	/** The pledge is accepted; which edition it counts for is decided next. */
	@Transactional
	public void accept(PledgeReference reference) {
		change(reference, "pledge.accepted", "", Pledge::accept);
	}

	/** The government is asked to change it. */
	@Transactional
	public void requestChanges(PledgeReference reference) {
		change(reference, "pledge.changes-requested", "", Pledge::requestChanges);
	}

	@Transactional
	public void decline(PledgeReference reference) {
		change(reference, "pledge.declined", "", Pledge::decline);
	}

	/**
	 * The coordinators have to decide.
	 * @param reason why, as the decision table says
	 */
	@Transactional
	public void referToCoordinators(PledgeReference reference, DisagreementReason reason) {
		change(reference, "pledge.disagreement", reason.name(), Pledge::referToCoordinators);
	}

	/**
	 * A coordinator has a partner judge it once more: what it had come to is taken back,
	 * with its place in a report.
	 */
	@Transactional
	public void sendBackToPartners(PledgeReference reference, Person by) {
		Pledge pledge = pledges.forChange(reference);
		PledgeState outcome = pledge.state();
		String why = outcome == PledgeState.INCLUDED ? placements.countsFor(pledge) + " " + outcome : outcome.name();
		pledge.sendBackToPartners();
		audit.record(reference.value(), "pledge.sent-back-to-partners", by.email(), why);
		pledges.saveAndFlush(pledge);
	}

	private void change(PledgeReference reference, String act, String why, Consumer<Pledge> transition) {
		transition.accept(pledges.forChange(reference));
		audit.record(reference.value(), act, AuditTrail.THE_DESK, why);
	}

}
