package org.calltolocalaction.pledges;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.calltolocalaction.kernel.lifecycle.StateTransition;

/**
 * Everything that can happen to a pledge: from which states, and where it leads. The one
 * table of them: {@link Pledge} guards itself by it, and {@code docs/states.md} shows it.
 */
public enum PledgeTransition implements StateTransition<PledgeState> {

	/** Its government takes the working copy as the next revision. */
	SUBMIT(PledgeState.UNDER_REVIEW, PledgeState.DRAFT, PledgeState.CHANGES_REQUESTED, PledgeState.REVIVED),

	/** The reviews add up to it, or the coordinators decide it. */
	ACCEPT(PledgeState.ACCEPTED, PledgeState.UNDER_REVIEW, PledgeState.DISAGREEMENT),

	/** The reviews add up to it, or the coordinators decide it. */
	REQUEST_CHANGES(PledgeState.CHANGES_REQUESTED, PledgeState.UNDER_REVIEW, PledgeState.DISAGREEMENT),

	/** The reviews add up to it, or the coordinators decide it. */
	DECLINE(PledgeState.DECLINED, PledgeState.UNDER_REVIEW, PledgeState.DISAGREEMENT),

	/** The partners do not agree, or one of them did not answer. */
	REFER_TO_COORDINATORS(PledgeState.DISAGREEMENT, PledgeState.UNDER_REVIEW),

	/** The coordinators write to its government why they decide as they do. */
	EXPLAIN_DECISION(PledgeState.DISAGREEMENT, PledgeState.DISAGREEMENT),

	/** A coordinator has a partner judge it once more. */
	SEND_BACK_TO_PARTNERS(PledgeState.UNDER_REVIEW, PledgeState.DISAGREEMENT, PledgeState.CHANGES_REQUESTED,
			PledgeState.ACCEPTED, PledgeState.INCLUDED, PledgeState.DECLINED),

	/** It gets its place in a report, or another one. */
	INCLUDE(PledgeState.INCLUDED, PledgeState.ACCEPTED, PledgeState.INCLUDED),

	/** There is no edition yet whose report it can stand in. */
	AWAIT_NEXT_EDITION(PledgeState.ACCEPTED, PledgeState.ACCEPTED, PledgeState.INCLUDED),

	/** Its government takes it back. */
	WITHDRAW(PledgeState.WITHDRAWN, PledgeState.UNDER_REVIEW, PledgeState.CHANGES_REQUESTED, PledgeState.REVIVED,
			PledgeState.DISAGREEMENT, PledgeState.ACCEPTED, PledgeState.INCLUDED),

	/** Its government takes it up again. */
	REVIVE(PledgeState.REVIVED, PledgeState.WITHDRAWN),

	/** Its government does not want the draft any more. */
	DISCARD(PledgeState.DISCARDED, PledgeState.DRAFT),

	/** Its government wants the draft again. */
	BRING_BACK(PledgeState.DRAFT, PledgeState.DISCARDED);

	private final PledgeState to;

	private final Set<PledgeState> from;

	PledgeTransition(PledgeState to, PledgeState first, PledgeState... others) {
		this.to = to;
		this.from = Collections.unmodifiableSet(EnumSet.of(first, others));
	}

	@Override
	public Set<PledgeState> from() {
		return from;
	}

	/** The state to which it leads. */
	public PledgeState to() {
		return to;
	}

	@Override
	public PledgeState after(PledgeState state) {
		return to;
	}

}
