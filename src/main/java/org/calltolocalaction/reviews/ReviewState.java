package org.calltolocalaction.reviews;

/** The states of one partner's review of one revision. */
public enum ReviewState {

	OPEN, COMPLETED,
	/**
	 * It was not completed and is not waited for any more: the pledge was withdrawn, or
	 * the cut-off came first.
	 */
	CANCELLED;

	/**
	 * The acts upon a review: the one table of the state that each needs and the state to
	 * which it leads. {@link Review} refuses all others.
	 *
	 */
	public enum Transition {

		/** It is due on another day. */
		RESCHEDULE(OPEN, OPEN),
		/** A reviewer takes it, or is given it by a colleague. */
		TAKE(OPEN, OPEN),
		/** It is anybody's of the partner again. */
		RELEASE(OPEN, OPEN),
		/** It is judged. */
		COMPLETE(OPEN, COMPLETED),
		/** Its partner reopens it, or a new review is requested. */
		REOPEN(COMPLETED, OPEN),
		/** Its days are counted anew, because a new review was requested. */
		BEGIN_ANEW(OPEN, OPEN),
		/** Nobody needs it any more. */
		CANCEL(OPEN, CANCELLED),
		/** The time for reviews was over without it. */
		MISS(OPEN, CANCELLED);

		private final ReviewState from;

		private final ReviewState to;

		Transition(ReviewState from, ReviewState to) {
			this.from = from;
			this.to = to;
		}

		public ReviewState from() {
			return from;
		}

		public ReviewState to() {
			return to;
		}

	}

}
