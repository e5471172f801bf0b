package org.calltolocalaction.reviews.judging;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
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
import org.calltolocalaction.reviews.Refusal;
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

	/** The result of completing a review. */
	public sealed interface Result {

		/** What follows in each case; whoever adds a case is asked here by javac. */
		<T> T fold(Function<Completed, T> completed, Function<Incomplete, T> incomplete,
				Function<NotRecorded, T> notRecorded);

	}

	public record Completed() implements Result {

		@Override
		public <T> T fold(Function<Completed, T> completed, Function<Incomplete, T> incomplete,
				Function<NotRecorded, T> notRecorded) {
			return completed.apply(this);
		}

	}

	/** Nothing was recorded: these answers are missing or wrong. */
	public record Incomplete(List<FieldError> errors) implements Result {

		@Override
		public <T> T fold(Function<Completed, T> completed, Function<Incomplete, T> incomplete,
				Function<NotRecorded, T> notRecorded) {
			return incomplete.apply(this);
		}

	}

	/** Nothing was recorded, because of what somebody else did meanwhile. */
	public sealed interface NotRecorded extends Result, Refusal {

		@Override
		default <T> T fold(Function<Completed, T> completed, Function<Incomplete, T> incomplete,
				Function<NotRecorded, T> notRecorded) {
			return notRecorded.apply(this);
		}

	}

	/** A colleague was faster; what this reviewer wrote was not recorded. */
	public record CompletedBy(AccountId colleague, Instant at) implements NotRecorded {

		@Override
		public String messageKey() {
			return "reviews.obstacle.completed";
		}

		@Override
		public Object[] arguments(Function<AccountId, String> nameOf) {
			return new Object[] { nameOf.apply(colleague) };
		}

	}

	/**
	 * A colleague has taken the review meanwhile; what this reviewer wrote was not
	 * recorded.
	 */
	public record TakenBy(AccountId colleague) implements NotRecorded {

		@Override
		public String messageKey() {
			return "reviews.obstacle.taken-meanwhile";
		}

		@Override
		public Object[] arguments(Function<AccountId, String> nameOf) {
			return new Object[] { nameOf.apply(colleague) };
		}

	}

	/**
	 * The review is not waited for any more: the pledge was withdrawn, changed, or
	 * decided without it.
	 */
	public record NotWaitedFor() implements NotRecorded {

		@Override
		public String messageKey() {
			return "reviews.obstacle.not-waited-for";
		}

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
