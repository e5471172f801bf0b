package org.calltolocalaction.process;

import java.util.List;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.process.steps.PledgeSteps;
import org.calltolocalaction.reviews.ReviewTasks;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the engine's review tasks the same as the reviews' rows. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CamundaReviewTasks implements ReviewTasks {

	private final Tasks tasks;

	CamundaReviewTasks(Tasks tasks) {
		this.tasks = tasks;
	}

	@Override
	public void taken(PledgeReference reference, PartnerCode partner, AccountId reviewer) {
		tasks.assign(partner.value(), Tasks.REVIEW_PLEDGE, reference.value(), reviewer.toString());
	}

	@Override
	public void released(PledgeReference reference, PartnerCode partner) {
		tasks.assign(partner.value(), Tasks.REVIEW_PLEDGE, reference.value(), null);
	}

	@Override
	public void completed(PledgeReference reference, PartnerCode partner) {
		tasks.completeOf(partner.value(), Tasks.REVIEW_PLEDGE, reference.value());
	}

	@Override
	public void reopened(PledgeReference reference, PartnerCode partner, AccountId reviewer) {
		added(reference, partner);
		taken(reference, partner, reviewer);
	}

	@Override
	public void added(PledgeReference reference, PartnerCode partner) {
		tasks.startOneMore(Tasks.REVIEW_PLEDGE, reference.value(), PledgeSteps.PARTNER, partner.value());
	}

	@Override
	public void newReviewRequested(PledgeState outcome, PledgeReference reference, PartnerCode partner) {
		switch (outcome) {
			case DISAGREEMENT -> insteadOf(reference, partner, Tasks.DECIDE_DISAGREEMENT);
			case CHANGES_REQUESTED -> insteadOf(reference, partner, Tasks.REVISE_PLEDGE);
			// It may be asked at this very moment for which edition it counts.
			case ACCEPTED, INCLUDED -> insteadOf(reference, partner, Tasks.AWAIT_FREEZE, Tasks.PLACEMENT_CHECK);
			case DECLINED ->
				tasks.startAfterTheEnd(Tasks.REVIEW_PLEDGE, reference.value(), PledgeSteps.PARTNER, partner.value());
			default -> throw new IllegalArgumentException(
					"There is nothing to take back where %s is %s".formatted(reference, outcome));
		}
	}

	private void insteadOf(PledgeReference reference, PartnerCode partner, String... waiting) {
		tasks.startInstead(List.of(waiting), Tasks.REVIEW_PLEDGE, reference.value(), PledgeSteps.PARTNER,
				partner.value());
	}

}
