package org.calltolocalaction.reviews.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.Recommendation;
import org.calltolocalaction.reviews.ReviewState;

/**
 * One review as the worklist shows it.
 *
 * @param language the language in which the pledge is written
 * @param holder who has it, or had it when it was completed
 * @param offeredTo who judged the version before, and may take it first
 * @param answered how many of the partners who judge the revision have done so; what they
 * judged is not said
 */
public record WorklistRow(PledgeReference reference, ReviewState state, String title, String government, String country,
		String section, String language, List<String> objectives, int round, Instant dueAt, Instant openedAt,
		Optional<AccountId> holder, Optional<AccountId> offeredTo, Optional<Instant> completedAt,
		Optional<Recommendation> recommendation, int answered, int asked) {

	public boolean open() {
		return state == ReviewState.OPEN;
	}

	public boolean completed() {
		return state == ReviewState.COMPLETED;
	}

	public boolean overdue(Instant now) {
		return open() && dueAt.isBefore(now);
	}

}
