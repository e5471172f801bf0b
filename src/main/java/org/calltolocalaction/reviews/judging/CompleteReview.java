package org.calltolocalaction.reviews.judging;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.Validation;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.reviews.PartnerReviews;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewTasks;
import org.calltolocalaction.reviews.interest.Interests;
import org.calltolocalaction.reviews.judgement.ReviewDrafts;
import org.calltolocalaction.reviews.judgement.ReviewForm;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A reviewer judges a revision for their partner. Row and engine task end in one
 * transaction.
 */
@Service
public class CompleteReview {

	private final PartnerReviews partnerReviews;

	private final Interests interests;

	private final ReviewForm form;

	private final Revisions revisions;

	private final ReviewDrafts drafts;

	private final ReviewTasks tasks;

	private final AuditTrail audit;

	private final Clock clock;

	CompleteReview(PartnerReviews partnerReviews, Interests interests, ReviewForm form, Revisions revisions,
			ReviewDrafts drafts, ReviewTasks tasks, AuditTrail audit, Clock clock) {
		this.partnerReviews = partnerReviews;
		this.interests = interests;
		this.form = form;
		this.revisions = revisions;
		this.drafts = drafts;
		this.tasks = tasks;
		this.audit = audit;
		this.clock = clock;
	}

	/** What became of it. */
	public sealed interface Result {

	}

	public record Completed() implements Result {
	}

	/** Nothing was recorded: these answers are missing or wrong. */
	public record Incomplete(List<FieldError> errors) implements Result {
	}

	/** A colleague was faster; what this reviewer wrote was not recorded. */
	public record CompletedBy(AccountId colleague, Instant at) implements Result {
	}

	/**
	 * A colleague has taken the review meanwhile; what this reviewer wrote was not
	 * recorded.
	 */
	public record TakenBy(AccountId colleague) implements Result {
	}

	/**
	 * The review is not waited for any more: the pledge was withdrawn, changed, or
	 * decided without it.
	 */
	public record NotWaitedFor() implements Result {
	}

	/**
	 * @param revision the revision that the reviewer had before their eyes
	 */
	@Transactional
	public Result complete(PledgeReference reference, int revision, Answers answers, Person by) {
		Review review = partnerReviews.forChange(reference, by);
		if (review.completed() && review.revision() == revision) {
			return new CompletedBy(review.completedBy().orElseThrow(), review.completedAt().orElseThrow());
		}
		if (!review.open() || review.revision() != revision) {
			return new NotWaitedFor();
		}
		AccountId holder = review.takenBy().orElse(by.id());
		if (!holder.equals(by.id())) {
			return new TakenBy(holder);
		}
		interests.requireNone(review, by.id());
		Validation validation = form.definition()
			.validate(answers, form.context(review, revisions.revision(reference, revision), by, by.language()));
		if (!validation.isValid()) {
			return new Incomplete(validation.errors());
		}
		review.complete(validation.answers(), by.id(), clock.instant());
		drafts.clear(review);
		audit.record(AuditEntry.of("review.completed", reference)
			.by(by)
			.with("partner", review.partner())
			.with("recommendation", review.recommendation().orElseThrow()));
		tasks.completed(reference, review.partner());
		return new Completed();
	}

}
