package org.calltolocalaction.coordination.governments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.merging.Holdings.Held;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * What follows where one government is merged into another.
 *
 * @param held what the first has of people and letters
 * @param invitedByBoth addresses that both have invited
 * @param pledges of the first
 * @param extensions of the first, running or over
 * @param shared editions for which both have more time
 * @param endorses whether the other has no endorsement and gets that of the first
 * @param confirms whether the other is confirmed only by this
 * @param placed pledges that wait only because their government is not confirmed, and are
 * placed
 * @param shifts pledges that count for another edition by the other's extension
 * @param draftsTogether of both, of which there may be too many to begin another
 * @param told how many people get an email
 */
public record MergeForecast(GovernmentId from, GovernmentId into, Held held, long invitedByBoth, Pledges pledges,
		int extensions, List<Integer> shared, boolean endorses, boolean confirms, List<PledgeReference> placed,
		List<Shift> shifts, long draftsTogether, int told) {

	/**
	 * How many pledges it has.
	 *
	 * @param published those with a place in a report
	 */
	public record Pledges(long submitted, long drafts, long published) {
	}

	/**
	 * A pledge that counts for another edition then.
	 *
	 * @param from a year, or {@code NEXT}
	 */
	public record Shift(PledgeReference reference, String from, String to) {
	}

	/** Tells this forecast from another one: what was shown has to be what is done. */
	public String fingerprint() {
		return UUID.nameUUIDFromBytes(toString().getBytes(StandardCharsets.UTF_8)).toString();
	}

}
