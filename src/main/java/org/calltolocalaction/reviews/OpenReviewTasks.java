package org.calltolocalaction.reviews;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.vocabulary.PartnerCode;

/**
 * The review tasks that are open in the process engine, for comparing them with the rows.
 */
public interface OpenReviewTasks {

	Set<ReviewTask> all();

	/**
	 * Those of pledges whose references come after one and not after another.
	 * @param last nothing for all that come after the first
	 */
	Set<ReviewTask> between(String after, Optional<String> last);

	/** Those of these pledges whose process waits for reviews now. */
	Set<PledgeReference> waitingForReviews(Collection<PledgeReference> references);

	/** One partner's task on one pledge. */
	record ReviewTask(PledgeReference reference, PartnerCode partner) {
	}

}
