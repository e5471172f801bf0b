package org.calltolocalaction.reviews;

import java.util.Set;
import org.calltolocalaction.kernel.lifecycle.StateTransition;

/**
 * Everything that can happen to a review: where it must stand for that, and where it
 * stands then. The one table of them: {@link Review} guards itself by it, and
 * {@code docs/states.md} shows it.
 */
enum ReviewTransition implements StateTransition<ReviewState> {

	/** It is due on another day. */
	RESCHEDULE(ReviewState.OPEN, ReviewState.OPEN),

	/** A reviewer takes it, or is given it by a colleague. */
	TAKE(ReviewState.OPEN, ReviewState.OPEN),

	/** It is anybody's of the partner again. */
	RELEASE(ReviewState.OPEN, ReviewState.OPEN),

	/** It is judged. */
	COMPLETE(ReviewState.COMPLETED, ReviewState.OPEN),

	/** Its partner reopens it, or a new review is requested. */
	REOPEN(ReviewState.OPEN, ReviewState.COMPLETED),

	/** Its days are counted anew, because a new review was requested. */
	BEGIN_ANEW(ReviewState.OPEN, ReviewState.OPEN),

	/** Nobody needs it any more. */
	CANCEL(ReviewState.CANCELLED, ReviewState.OPEN),

	/** The time for reviews was over without it. */
	MISS(ReviewState.CANCELLED, ReviewState.OPEN),

	/** Its partner is released from the edition. */
	LET_PARTNER_GO(ReviewState.RELEASED, ReviewState.OPEN),

	/** Its partner was released and is added to the edition again. */
	ASK_AGAIN(ReviewState.OPEN, ReviewState.RELEASED);

	private final ReviewState to;

	private final ReviewState from;

	ReviewTransition(ReviewState to, ReviewState from) {
		this.to = to;
		this.from = from;
	}

	@Override
	public Set<ReviewState> from() {
		return Set.of(from);
	}

	/** The state to which it leads. */
	public ReviewState to() {
		return to;
	}

	@Override
	public ReviewState after(ReviewState state) {
		return to;
	}

}
