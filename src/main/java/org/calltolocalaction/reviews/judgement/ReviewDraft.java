package org.calltolocalaction.reviews.judgement;

import java.time.Instant;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.AccountId;

/** The answers that one reviewer has typed into a review that is not completed. */
public record ReviewDraft(AccountId author, Answers answers, Instant savedAt) {
}
