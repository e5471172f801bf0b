package org.calltolocalaction.process;

import java.util.stream.Stream;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.rounds.ReviewTimers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets the timers of a running round anew. One that has fired, or that an older model
 * does not have, is left out.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CamundaReviewTimers implements ReviewTimers {

	private final Tasks tasks;

	CamundaReviewTimers(Tasks tasks) {
		this.tasks = tasks;
	}

	@Override
	public void reset(PledgeReference reference) {
		Stream.of(Tasks.REVIEW_OVERDUE, Tasks.REVIEW_STILL_OVERDUE, Tasks.REVIEW_ESCALATION, Tasks.REVIEW_CUT_OFF)
			.forEach(timer -> tasks.resetTimer(timer, Tasks.PLEDGE_LIFECYCLE, reference.value()));
	}

}
