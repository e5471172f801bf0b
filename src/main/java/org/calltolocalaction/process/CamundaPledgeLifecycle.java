package org.calltolocalaction.process;

import java.util.Collection;
import java.util.Map;
import org.calltolocalaction.pledges.Outcome;
import org.calltolocalaction.pledges.PledgeLifecycle;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves {@code pledge-lifecycle} along with what the pledges say. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CamundaPledgeLifecycle implements PledgeLifecycle {

	static final String COORDINATOR_DECISION = "coordinatorDecision";

	private final Tasks tasks;

	CamundaPledgeLifecycle(Tasks tasks) {
		this.tasks = tasks;
	}

	@Override
	public void submitted(PledgeReference reference) {
		tasks.start(Tasks.PLEDGE_LIFECYCLE, reference.value());
	}

	@Override
	public void resubmitted(PledgeReference reference) {
		tasks.complete(Tasks.REVISE_PLEDGE, reference.value(), Map.of());
	}

	@Override
	public void disagreementDecided(PledgeReference reference, Outcome outcome) {
		tasks.complete(Tasks.DECIDE_DISAGREEMENT, reference.value(), Map.of(COORDINATOR_DECISION, outcome.name()));
	}

	@Override
	public void withdrawn(PledgeReference reference) {
		tasks.correlate(Tasks.PLEDGE_WITHDRAWN, reference.value());
	}

	@Override
	public void placementQuestioned(Collection<PledgeReference> included) {
		tasks.together(() -> included.forEach(reference -> tasks.correlateOrRenew(Tasks.PLACEMENT_CHECK,
				Tasks.PLACEMENT_QUESTIONED, reference.value())));
	}

	@Override
	public void frozen(Collection<PledgeReference> included) {
		included.forEach(reference -> tasks.correlate(Tasks.REPORT_FROZEN, reference.value()));
	}

}
