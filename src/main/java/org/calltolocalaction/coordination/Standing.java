package org.calltolocalaction.coordination;

import java.time.Instant;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;

/**
 * Where a submitted pledge stands, without anything that it says: of these there may be
 * any number in memory.
 *
 * @param confirmed whether its government is
 * @param call the edition whose call it answered, if one had been opened
 * @param countsFor the edition in whose report it stands, or would stand as things are
 * now
 * @param changedAt when something was done with it last
 */
record Standing(PledgeReference reference, boolean confirmed, PledgeState state, Optional<EditionYear> call,
		Placement countsFor, Instant changedAt) {

	/**
	 * Whether that edition's report cannot be closed over it: it counts there and has no
	 * outcome yet.
	 */
	boolean holdsUp(EditionYear edition) {
		return countsFor.is(edition) && state.holdsUpTheReport() && !unconfirmed();
	}

	/** Whether it would stand in that edition's report if it were frozen now. */
	boolean standsIn(EditionYear edition) {
		return countsFor.is(edition) && state == PledgeState.INCLUDED;
	}

	/**
	 * Whether it counts for that edition and would not be in its report, because its
	 * government is to submit it first, or is to be confirmed.
	 */
	boolean wouldMiss(EditionYear edition) {
		return countsFor.is(edition) && (state.waitsForItsGovernment() || unconfirmed());
	}

	/** Whether it is accepted, and waits for its government to be confirmed. */
	boolean unconfirmed() {
		return state == PledgeState.ACCEPTED && !confirmed;
	}

}
