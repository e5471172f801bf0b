package org.calltolocalaction.reviews;

import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.vocabulary.PartnerCode;

/**
 * The process's side of open reviews: its task and the review's row say the same at all
 * times.
 */
public interface ReviewTasks {

	/** Somebody took the review. */
	void taken(PledgeReference reference, PartnerCode partner, AccountId reviewer);

	/** It is anybody's of the partner again. */
	void released(PledgeReference reference, PartnerCode partner);

	/** It was judged, or its partner was released: the task is completed. */
	void completed(PledgeReference reference, PartnerCode partner);

	/**
	 * Its partner reopened it while the round goes on: there is a task again, and the
	 * reviewer has it.
	 */
	void reopened(PledgeReference reference, PartnerCode partner, AccountId reviewer);

	/**
	 * Its partner was added to the round while it goes on: nobody has the new task yet.
	 */
	void added(PledgeReference reference, PartnerCode partner);

	/**
	 * A new review was requested instead of what the reviews had come to: nothing else is
	 * waited for, and nobody has the new task yet.
	 * @param outcome where the pledge stood until now
	 */
	void newReviewRequested(PledgeState outcome, PledgeReference reference, PartnerCode partner);

}
