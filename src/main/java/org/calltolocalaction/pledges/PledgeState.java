package org.calltolocalaction.pledges;

import java.util.Set;

/** The states of a pledge. */
public enum PledgeState {

	DRAFT,

	/**
	 * A draft that its government does not want any more; it is kept, and can be brought
	 * back.
	 */
	DISCARDED,

	/** With the partners. */
	UNDER_REVIEW,

	/** With the government, which was asked to change it. */
	CHANGES_REQUESTED,

	/**
	 * With the government again, which had withdrawn it: a draft under its old reference,
	 * for the edition it had.
	 */
	REVIVED,

	/**
	 * With the coordinators, because the partners do not agree or one of them did not
	 * answer.
	 */
	DISAGREEMENT,

	/**
	 * Accepted, and about to get its place in a report, or waiting for the next edition
	 * to be opened.
	 */
	ACCEPTED,

	/** It stands in exactly one edition's report. */
	INCLUDED,

	DECLINED,

	WITHDRAWN;

	private static final Set<PledgeState> WITHOUT_OUTCOME = Set.of(UNDER_REVIEW, DISAGREEMENT);

	/** Whether the government's members may change the answers, and then submit them. */
	public boolean editable() {
		return PledgeTransition.SUBMIT.possibleIn(this);
	}

	/** Whether it was submitted, and the next step is its government's. */
	public boolean waitsForItsGovernment() {
		return this == CHANGES_REQUESTED || this == REVIVED;
	}

	/**
	 * Whether a report cannot be frozen while a pledge that was in time is in this state.
	 */
	public boolean holdsUpTheReport() {
		return WITHOUT_OUTCOME.contains(this) || this == ACCEPTED;
	}

}
