package org.calltolocalaction.process;

import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.pledges.PledgeReference;
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
		tasks.startOneMore(Tasks.REVIEW_PLEDGE, reference.value(), PledgeSteps.PARTNER, partner.value());
		taken(reference, partner, reviewer);
	}

	@Override
	public void reopenedInDisagreement(PledgeReference reference, PartnerCode partner, AccountId reviewer) {
		tasks.startInstead(Tasks.DECIDE_DISAGREEMENT, Tasks.REVIEW_PLEDGE, reference.value(), PledgeSteps.PARTNER,
				partner.value());
		taken(reference, partner, reviewer);
	}

}
