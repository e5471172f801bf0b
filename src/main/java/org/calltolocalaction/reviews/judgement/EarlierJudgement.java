package org.calltolocalaction.reviews.judgement;

import java.time.Instant;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.reviews.Recommendation;

/**
 * What a review said before it was opened again.
 *
 * @param reason why it was opened again; empty where the partner did so by itself
 */
public record EarlierJudgement(Answers answers, Recommendation recommendation, AccountId completedBy,
		Instant completedAt, AccountId reopenedBy, Instant reopenedAt, String reason) {
}
