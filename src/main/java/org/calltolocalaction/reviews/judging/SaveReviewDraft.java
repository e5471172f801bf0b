package org.calltolocalaction.reviews.judging;

import java.time.Instant;
import java.util.function.Function;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.PartnerReviews;
import org.calltolocalaction.reviews.Refusal;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.interest.Interests;
import org.calltolocalaction.reviews.interest.ReadableVersions;
import org.calltolocalaction.reviews.judgement.ReviewDraft;
import org.calltolocalaction.reviews.judgement.ReviewDrafts;
import org.calltolocalaction.reviews.team.TakeReview;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what a reviewer has typed into a review, as incomplete as it is. Whoever types
 * into a review that nobody has takes it, so that no colleague begins with the same.
 */
@Service
public class SaveReviewDraft {

	private final PartnerReviews partnerReviews;

	private final ReviewDrafts drafts;

	private final TakeReview takeReview;

	private final Interests interests;

	private final ReadableVersions readable;

	SaveReviewDraft(PartnerReviews partnerReviews, ReviewDrafts drafts, TakeReview takeReview, Interests interests,
			ReadableVersions readable) {
		this.partnerReviews = partnerReviews;
		this.drafts = drafts;
		this.takeReview = takeReview;
		this.interests = interests;
		this.readable = readable;
	}

	/** The result of a save. */
	public sealed interface Result {

		/** What follows in each case; whoever adds a case is asked here by javac. */
		<T> T fold(Function<Saved, T> saved, Function<Unchanged, T> unchanged, Function<SavedBeside, T> savedBeside,
				Function<NotOpen, T> notOpen);

	}

	/** It is there when the reviewer comes back. */
	public record Saved(Instant at) implements Result {

		@Override
		public <T> T fold(Function<Saved, T> saved, Function<Unchanged, T> unchanged,
				Function<SavedBeside, T> savedBeside, Function<NotOpen, T> notOpen) {
			return saved.apply(this);
		}

	}

	/** Nothing was typed since it was saved last, so nothing had to be done. */
	public record Unchanged() implements Result {

		@Override
		public <T> T fold(Function<Saved, T> saved, Function<Unchanged, T> unchanged,
				Function<SavedBeside, T> savedBeside, Function<NotOpen, T> notOpen) {
			return unchanged.apply(this);
		}

	}

	/** It is kept, but a colleague has the review now. */
	public record SavedBeside(AccountId colleague, Instant at) implements Result {

		@Override
		public <T> T fold(Function<Saved, T> saved, Function<Unchanged, T> unchanged,
				Function<SavedBeside, T> savedBeside, Function<NotOpen, T> notOpen) {
			return savedBeside.apply(this);
		}

	}

	/** It was not kept: the review is completed, or not waited for any more. */
	public record NotOpen() implements Result, Refusal {

		@Override
		public <T> T fold(Function<Saved, T> saved, Function<Unchanged, T> unchanged,
				Function<SavedBeside, T> savedBeside, Function<NotOpen, T> notOpen) {
			return notOpen.apply(this);
		}

		@Override
		public String messageKey() {
			return "reviews.obstacle.not-waited-for";
		}

	}

	/**
	 * @param revision the revision that the reviewer had before their eyes
	 * @param answers as typed, but storable
	 */
	@Transactional
	public Result save(PledgeReference reference, int revision, Answers answers, Person by) {
		Review review = partnerReviews.forChange(reference, by);
		if (!review.open() || review.revision() != revision) {
			return new NotOpen();
		}
		interests.requireNone(review, by.id());
		Answers before = drafts.of(review, by.id()).map(ReviewDraft::answers).orElse(Answers.empty());
		if (answers.equals(before)) {
			return new Unchanged();
		}
		Instant at = drafts.save(review, by.id(), answers);
		if (takeReview.take(reference, null, by) instanceof TakeReview.TakenBy other) {
			return new SavedBeside(other.colleague(), at);
		}
		return new Saved(at);
	}

	/**
	 * Goes on with a copy of what a colleague typed; the colleague's own stays as it is.
	 */
	@Transactional
	public Result goOnWith(PledgeReference reference, AccountId colleague, Person by) {
		Review review = partnerReviews.forChange(reference, by);
		readable.requireOpen(review, colleague, by.id());
		ReviewDraft theirs = drafts.of(review, colleague)
			.orElseThrow(() -> new NotFound("A draft by " + colleague + " of the review of " + reference));
		return save(reference, review.revision(), theirs.answers(), by);
	}

}
