package org.calltolocalaction.reviews.judgement;

import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.reviews.Review;
import org.springframework.stereotype.Component;

/**
 * Reopens a completed review, be it that its partner reopens it or that a new one is
 * requested: what it said is kept, and stands in the form as a draft.
 */
@Component
public class ReopenedReview {

	private final EarlierJudgements judgements;

	private final ReviewDrafts drafts;

	private final AuditTrail audit;

	ReopenedReview(EarlierJudgements judgements, ReviewDrafts drafts, AuditTrail audit) {
		this.judgements = judgements;
		this.drafts = drafts;
		this.audit = audit;
	}

	/**
	 * @param author whose draft it is; others of the partner can go on with a copy
	 * @param reason may be empty
	 */
	public void open(Review review, AccountId author, Person by, String reason) {
		Answers judgement = review.answers();
		AuditEntry entry = AuditEntry.of("review.reopened", review.reference())
			.by(by)
			.with("partner", review.partner())
			.with("recommendation", review.recommendation().orElseThrow())
			.personal("reason", reason);
		judgements.keep(review, by.id(), reason);
		review.reopen();
		drafts.save(review, author, judgement);
		audit.record(entry);
	}

}
