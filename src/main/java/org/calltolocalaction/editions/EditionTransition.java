package org.calltolocalaction.editions;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.kernel.lifecycle.StateTransition;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to an edition: from which states, and where it leads. The
 * one table of them: {@link Edition} guards itself by it, and {@code docs/states.md}
 * shows it.
 */
enum EditionTransition implements StateTransition<EditionState> {

	/** Pledges can count for it, and its call is opened later. */
	PLAN(EditionState.PLANNED, EditionState.SET_ASIDE),

	/** A later one was opened past it: nothing counts for it any more. */
	PASS_OVER(EditionState.SET_ASIDE, EditionState.PLANNED),

	/** A coordinator opens its call. */
	OPEN(EditionState.OPEN, EditionState.SET_ASIDE, EditionState.PLANNED),

	/** It is as if it had never been opened. */
	TAKE_BACK_OPENING(EditionState.SET_ASIDE, EditionState.OPEN, EditionState.CLOSED),

	/** Its deadline is another one; a closed call can be open again by it. */
	MOVE_DEADLINE(null, EditionState.SET_ASIDE, EditionState.PLANNED, EditionState.OPEN, EditionState.CLOSED),

	/** Its deadline was moved into the future. */
	OPEN_AGAIN(EditionState.OPEN, EditionState.CLOSED),

	/** Its pledges are reviewed by other days. */
	SET_REVIEW_CALENDAR(null, EditionState.OPEN, EditionState.CLOSED),

	/** A reviewing partner is added or released. */
	CHANGE_PARTNERS(null, EditionState.OPEN, EditionState.CLOSED),

	/** Its call asks for less than before: see {@link SignOffRule}. */
	EASE_SIGN_OFF(null, EditionState.OPEN, EditionState.CLOSED, EditionState.CONFIRMED),

	/** Its deadline and grace have passed. */
	CLOSE(EditionState.CLOSED, EditionState.OPEN),

	/** The coordinators confirm what stands in its report. */
	CONFIRM_CONTENTS(EditionState.CONFIRMED, EditionState.CLOSED),

	/** Its report is compiled and does not change any more. */
	FREEZE(EditionState.FROZEN, EditionState.CONFIRMED),

	/** The coordinators approve its report. */
	APPROVE(EditionState.FROZEN, EditionState.FROZEN),

	/** Everybody may read its report. */
	PUBLISH(EditionState.PUBLISHED, EditionState.FROZEN);

	private final @Nullable EditionState to;

	private final Set<EditionState> from;

	/**
	 * @param to null where the edition stays in the state in which it is
	 */
	EditionTransition(@Nullable EditionState to, EditionState first, EditionState... others) {
		this.to = to;
		this.from = Collections.unmodifiableSet(EnumSet.of(first, others));
	}

	@Override
	public Set<EditionState> from() {
		return from;
	}

	/** The state to which it leads; none where the edition stays as it is. */
	public Optional<EditionState> to() {
		return Optional.ofNullable(to);
	}

	@Override
	public EditionState after(EditionState state) {
		return to == null ? state : to;
	}

}
