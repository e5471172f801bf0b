package org.calltolocalaction.pledges;

import java.util.function.Consumer;
import org.calltolocalaction.kernel.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records on a pledge what the review's outcome, or the coordinators' decision, means for it. */
@Service
public class DecidePledge {

	private final Pledges pledges;

	private final AuditTrail audit;

	DecidePledge(Pledges pledges, AuditTrail audit) {
		this.pledges = pledges;
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
	 * @param reason why, as the decision table names it: {@code CONFLICTING}, {@code MISSING_REVIEW},
	 * {@code THREE_ROUNDS}
	 */
	@Transactional
	public void referToCoordinators(PledgeReference reference, String reason) {
		change(reference, "pledge.disagreement", reason, Pledge::referToCoordinators);
	}

	/** The coordinators do not decide yet: a partner is to judge it once more. */
	@Transactional
	public void returnToPartners(PledgeReference reference) {
		change(reference, "pledge.returned-to-partners", "", Pledge::returnToPartners);
	}

	private void change(PledgeReference reference, String act, String why, Consumer<Pledge> transition) {
		transition.accept(pledges.forChange(reference));
		audit.record(reference.value(), act, AuditTrail.THE_DESK, why);
	}

}
