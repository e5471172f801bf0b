package org.calltolocalaction.reviews;

import java.util.Set;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.vocabulary.PartnerCode;

/**
 * The review tasks that are open in the process engine, for comparing them with the rows.
 */
public interface OpenReviewTasks {

	Set<ReviewTask> all();

	/** One partner's task on one pledge. */
	record ReviewTask(PledgeReference reference, PartnerCode partner) {
	}

}
