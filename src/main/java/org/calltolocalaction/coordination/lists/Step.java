package org.calltolocalaction.coordination.lists;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.calltolocalaction.coordination.PledgeRow;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.pledges.PledgeState;

/**
 * Where a pledge is, as one edition sees it: its state, unless it answered this edition's
 * call and goes on to another. Each pledge of an edition is at exactly one, so that they
 * add up.
 */
public enum Step {

	UNDER_REVIEW, CHANGES_REQUESTED, REVIVED, DISAGREEMENT, ACCEPTED,

	/** Accepted, and its government is not confirmed: no report takes it before. */
	UNCONFIRMED,

	INCLUDED, DECLINED, CARRIED_OVER, WITHDRAWN;

	/** What has no state of a pledge to itself. */
	private static final Set<Step> BESIDE_THE_STATES = EnumSet.of(UNCONFIRMED, CARRIED_OVER);

	/** The year under which stands what waits for an edition that is not there yet. */
	static final int OF_THE_NEXT = 0;

	/** In the edition of this year. */
	static Step of(PledgeRow pledge, int edition) {
		if (edition != home(pledge)) {
			return CARRIED_OVER;
		}
		return pledge.unconfirmed() ? UNCONFIRMED : valueOf(pledge.state().name());
	}

	/**
	 * The one edition in which it has its own state. What came to its end without a place
	 * stays with the call that it answered, whatever becomes of that.
	 */
	static int home(PledgeRow pledge) {
		if (pledge.state() == PledgeState.DECLINED || pledge.state() == PledgeState.WITHDRAWN) {
			return pledge.call().map(EditionYear::value).orElseGet(() -> counted(pledge));
		}
		return counted(pledge);
	}

	private static int counted(PledgeRow pledge) {
		return pledge.countsFor().edition().map(EditionYear::value).orElse(OF_THE_NEXT);
	}

	/** As it is typed into a search. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Whether a report cannot be closed over it. */
	public boolean blocks() {
		return !BESIDE_THE_STATES.contains(this) && PledgeState.valueOf(name()).holdsUpTheReport();
	}

	/**
	 * Whether it would not be in the report, because its government has it, or is to be
	 * confirmed.
	 */
	public boolean wouldMiss() {
		return this == UNCONFIRMED
				|| !BESIDE_THE_STATES.contains(this) && PledgeState.valueOf(name()).waitsForItsGovernment();
	}

}
