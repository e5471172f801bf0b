package org.calltolocalaction.reviews.team;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.PartnerReviews;
import org.calltolocalaction.reviews.Review;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A reviewer takes one of their partner's open reviews upon themselves, or gives it back.
 */
@Service
public class TakeReview {

	private final PartnerReviews partnerReviews;

	private final HandOver handOver;

	private final TellOfHandOver tell;

	TakeReview(PartnerReviews partnerReviews, HandOver handOver, TellOfHandOver tell) {
		this.partnerReviews = partnerReviews;
		this.handOver = handOver;
		this.tell = tell;
	}

	/** The result of taking or releasing a review. */
	public sealed interface Result {

		/** What follows in each case; whoever adds a case is asked here by javac. */
		<T> T fold(Function<Done, T> done, Function<TakenBy, T> takenBy, Function<NotOpen, T> notOpen);

	}

	/** What was asked for is so. */
	public sealed interface Done extends Result {

		@Override
		default <T> T fold(Function<Done, T> done, Function<TakenBy, T> takenBy, Function<NotOpen, T> notOpen) {
			return done.apply(this);
		}

	}

	/** It is the reviewer's. */
	public record Taken() implements Done {
	}

	/** It is anybody's of the partner. */
	public record Released() implements Done {
	}

	/**
	 * A colleague has it; taking it over takes {@code from} that colleague, who is then
	 * told.
	 */
	public record TakenBy(AccountId colleague) implements Result {

		@Override
		public <T> T fold(Function<Done, T> done, Function<TakenBy, T> takenBy, Function<NotOpen, T> notOpen) {
			return takenBy.apply(this);
		}

	}

	/** It is not open any more. */
	public record NotOpen() implements Result {

		@Override
		public <T> T fold(Function<Done, T> done, Function<TakenBy, T> takenBy, Function<NotOpen, T> notOpen) {
			return notOpen.apply(this);
		}

	}

	/**
	 * @param from the colleague from whom it is taken over, knowingly; null where it is
	 * believed to be nobody's
	 */
	@Transactional
	public Result take(PledgeReference reference, @Nullable AccountId from, Person by) {
		Review review = partnerReviews.forChange(reference, by);
		if (!review.open()) {
			return new NotOpen();
		}
		AccountId holder = review.takenBy().orElse(null);
		if (by.id().equals(holder)) {
			return new Taken();
		}
		if (holder != null && !holder.equals(from)) {
			return new TakenBy(holder);
		}
		handOver.take(review, by);
		tell.tell(Map.of(reference, Optional.ofNullable(holder)), by, "", by);
		return new Taken();
	}

	/** Gives back what the reviewer had taken; what a colleague has stays theirs. */
	@Transactional
	public Result release(PledgeReference reference, Person by) {
		Review review = partnerReviews.forChange(reference, by);
		if (!review.open()) {
			return new NotOpen();
		}
		AccountId holder = review.takenBy().orElse(by.id());
		if (!holder.equals(by.id())) {
			return new TakenBy(holder);
		}
		if (review.takenBy().isPresent()) {
			handOver.release(review, by);
		}
		return new Released();
	}

}
