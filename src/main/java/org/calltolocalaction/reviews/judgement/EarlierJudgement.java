package org.calltolocalaction.reviews.judgement;

import java.time.Instant;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.reviews.Recommendation;

/**
 * The judgement of a review before it was reopened.
 *
 * @param reason why a new review was requested; empty where the partner reopened it by
 * itself
 */
public record EarlierJudgement(Answers answers, Recommendation recommendation, AccountId completedBy,
		Instant completedAt, AccountId reopenedBy, Instant reopenedAt, String reason) {
}
